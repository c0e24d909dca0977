import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

/** How the mark of UTF-8 looks when the text was read as UTF-8, and when it was read a byte at a time. */
const utf8Marks = ["\ufeff", "\u00ef\u00bb\u00bf"];
const utf16Marks = ["\u00ff\u00fe", "\u00fe\u00ff"];

export const byteOrderMark: Check = defineCheck({
  code: "byte-order-mark",
  summary: "A file does not begin with a byte order mark.",
  precedence: 10,
  create: () => ({
    explain: ({ token }) => {
      if (token?.kind !== "Illegal" || token.start !== 0) return undefined;
      const { source } = token;
      const markOf = (marks: readonly string[]) => marks.find((mark) => source.text.startsWith(mark));
      const [utf8, utf16] = [markOf(utf8Marks), markOf(utf16Marks)];
      if (utf8 !== undefined) return utf8Problem({ source, start: 0, end: utf8.length });
      return utf16 === undefined ? undefined : utf16Problem({ source, start: 0, end: utf16.length });
    },
  }),
});

function utf8Problem(span: Span): Problem {
  return {
    span,
    message: "The file begins with a byte order mark, and smtpd takes it for a mistake in the first line.",
    help: "Save the file as UTF-8 without BOM.",
    fixes: [{ title: "Remove the byte order mark", safe: true, edits: [{ span, text: "" }] }],
  };
}

function utf16Problem(span: Span): Problem {
  const message = "The file is UTF-16, with two bytes a character, and smtpd reads single bytes.";
  return { span, message, help: "Save the file as UTF-8 without BOM." };
}

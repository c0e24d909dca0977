import { type Check, defineCheck } from "../check.ts";

export const byteOrderMark: Check = defineCheck({
  code: "byte-order-mark",
  summary: "A file does not begin with a byte order mark.",
  precedence: 10,
  create: () => ({
    explain: ({ token }) => {
      if (token?.kind !== "Illegal" || token.start !== 0) return undefined;
      const length = ["\ufeff", "\u00ef\u00bb\u00bf"].find((mark) => token.source.text.startsWith(mark))?.length;
      if (length === undefined) return undefined;
      const span = { source: token.source, start: 0, end: length };
      return {
        span,
        message: "The file begins with a byte order mark, and smtpd takes it for a mistake.",
        help: "Save the file as UTF-8 without BOM.",
        fixes: [{ title: "Remove the byte order mark", safe: true, edits: [{ span, text: "" }] }],
      };
    },
  }),
});

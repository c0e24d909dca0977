import { type Check, defineCheck } from "../check.ts";

export const crlfLineEndings: Check = defineCheck({
  code: "crlf-line-endings",
  summary: "Lines end with a newline alone; smtpd refuses a carriage return.",
  precedence: 11,
  create: () => ({
    explain: ({ token }) => {
      if (token?.kind !== "Illegal" || token.value !== "\r") return undefined;
      const { source } = token;
      const start = source.text.indexOf("\r");
      const edits = [...source.text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
        span: { source, start: index, end: index + 1 },
        text: "",
      }));
      return {
        span: { source, start, end: start + 1 },
        message: "There is a carriage return here, and smtpd takes it for a mistake in every line that has one.",
        help: "Save the file with Unix line endings (LF).",
        fixes: [{ title: "Use Unix line endings", safe: true, edits }],
      };
    },
  }),
});

import { longestString, longestWord } from "../../language/lexical-limits.ts";
import { type Check, defineCheck } from "../check.ts";

export const stringTooLong: Check = defineCheck({
  code: "string-too-long",
  summary: "A word has at most 8095 bytes, a quoted string 8094.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span }) => {
      if (kind !== "string-too-long") return;
      report({
        span,
        message: `This is longer than smtpd reads: a word has at most ${longestWord} bytes, a quoted string ${longestString}.`,
        help: "Put long lists of values into a table file.",
      });
    },
  }),
});

import { longestTag } from "../../language/lexical-limits.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { byteLength } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const tagTooLong: Check = defineCheck({
  code: "tag-too-long",
  summary: "The tag of a listener has at most 32 characters.",
  create: ({ report }) => ({
    ListenDirective: ({ options }) => {
      for (const option of options) {
        if (option.name !== "tag") continue;
        const word = option.argument as Word;
        const length = byteLength(word.value, word.source.encoding);
        if (length <= longestTag) continue;
        report({ span: word, message: `The tag has ${length} characters, and smtpd takes at most ${longestTag}.` });
      }
    },
  }),
});

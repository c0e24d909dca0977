import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { delayHelp, parseDelay } from "../delay.ts";

export const invalidDelay: Check = defineCheck({
  code: "invalid-delay",
  summary: "A delay is one number with one unit: s, m, h or d.",
  create: ({ report }) => {
    const check = (word: Word) => {
      const delay = parseDelay(word.value);
      if (!("wrong" in delay)) return;
      report({ span: word, message: `"${word.value}" is not a delay.`, help: delayHelp(word.value, delay.wrong) });
    };
    return {
      BounceDirective: ({ delays }) => delays.forEach(check),
      SettingDirective: ({ name, value }) => {
        if ((name === "queue ttl" || name === "srs ttl") && value?.kind === "String") check(value);
      },
      ActionDirective: ({ options }) => {
        for (const option of options) if (option.name === "ttl") check(option.argument as Word);
      },
    };
  },
});

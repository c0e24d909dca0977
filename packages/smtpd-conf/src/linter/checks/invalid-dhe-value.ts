import { dheModes } from "../../language/statements.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { eitherOf } from "../suggestions.ts";

export const invalidDheValue: Check = defineCheck({
  code: "invalid-dhe-value",
  summary: "The dhe parameter of a pki is none, auto or legacy.",
  create: ({ report }) => ({
    PkiDirective: ({ options }) => {
      for (const option of options) {
        const word = option.argument as Word;
        if (option.name !== "dhe" || dheModes.some((mode) => mode === word.value.toLowerCase())) continue;
        report({ span: word, message: `There is no dhe mode "${word.value}".`, help: `Write ${eitherOf(dheModes)}.` });
      }
    },
  }),
});

import type { Word } from "../../parser/lexer/token.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const legacyDhe: Rule = defineRule({
  code: "legacy-dhe",
  summary: "A key exchange of 1024 bits can be broken.",
  category: "security",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    Option: ({ name, argument }) => {
      if (name !== "dhe" || (argument as Word).value.toLowerCase() !== "legacy") return;
      report({
        span: argument as Word,
        message: '"legacy" exchanges keys with 1024 bits, which can be broken.',
        help: 'Write "auto" for a size that fits the key of the certificate, or leave dhe out.',
        fixes: rewrite("Write auto", [[argument as Word, "auto"]], false),
      });
    },
  }),
});

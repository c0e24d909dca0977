import { membersOf } from "../../model/resolve-filters.ts";
import type { FilterList } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { isBuiltin } from "../filter-lists.ts";
import { defineRule, type Rule } from "../rule.ts";

export const relayFilterWithoutEffect: Rule = defineRule({
  code: "relay-filter-without-effect",
  summary: "A builtin filter does nothing to mail that is sent.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  since: "6.7.1",
  scope: "configuration",
  create: ({ model, report }) => ({
    ActionDirective: ({ options }) => {
      const argument = options.find(({ name }) => name === "filter")?.argument as Word | FilterList | undefined;
      const names = argument?.kind === "FilterList" ? argument.names : argument === undefined ? [] : [argument];
      for (const word of names) {
        if (!membersOf(word, model).every(isBuiltin)) continue;
        report({
          span: word,
          message: `smtpd asks no builtin filter about the mail that it sends: "${word.value}" has no effect here.`,
          help: "Name it on the listeners where the mail comes in; a relay only reports to filter programs.",
        });
      }
    },
  }),
});

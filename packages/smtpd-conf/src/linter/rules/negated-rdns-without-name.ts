import type { MatchDirective, Option } from "../../parser/ast/nodes.ts";
import { defineRule, type Rule } from "../rule.ts";

export const negatedRdnsWithoutName: Rule = defineRule({
  code: "negated-rdns-without-name",
  summary: "A client without a name in the reverse DNS does not match !from rdns with a table either.",
  category: "intent",
  severity: "info",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, report }) => {
    const knowsOfThem = model.rules.some((rule) => negatedRdns(rule).some(({ argument }) => argument === undefined));
    return {
      MatchDirective: (rule) => {
        if (knowsOfThem) return;
        for (const option of negatedRdns(rule)) {
          report({
            span: option,
            message:
              "A client without a name in the reverse DNS does not match this, although it has none of the names.",
            help: 'Add a rule with "!from rdns" and no names, which matches just those clients.',
          });
        }
      },
    };
  },
});

function negatedRdns({ conditions }: MatchDirective): readonly Option[] {
  return conditions.filter(({ name, not }) => name === "rdns" && not !== undefined);
}

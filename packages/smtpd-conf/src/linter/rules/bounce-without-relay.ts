import { decide } from "../../runtime/decide.ts";
import type { MatchRule } from "../../runtime/match-rule.ts";
import { delivers } from "../action.ts";
import { actionOf, bounce, takesStrangers } from "../mail-flow.ts";
import { defineRule, type Rule } from "../rule.ts";

export const bounceWithoutRelay: Rule = defineRule({
  code: "bounce-without-relay",
  summary: "Mail is accepted from others, but no rule lets bounces out to them.",
  category: "intent",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      if (!analysis.listeners().some(({ exposure }) => exposure === "public" || exposure === "private")) return;
      const ruleset = analysis.ruleset();
      const deliversForStrangers = (rule: MatchRule) => {
        const action = actionOf(rule, model);
        return action !== undefined && delivers(action) && takesStrangers(rule);
      };
      const accepting = ruleset.rules.find(deliversForStrangers)?.directive.action;
      const { outcome, rule } = decide(ruleset, bounce);
      if (accepting === undefined || (outcome !== "no-match" && outcome !== "reject")) return;
      const refusal = rule?.directive.reject;
      report({
        span: accepting,
        message: "Mail of strangers is accepted here, but if its delivery fails, no rule lets the bounce out to them.",
        help: 'Add an action that relays, and a rule for it: match from local for any action "outbound".',
        related: refusal === undefined ? [] : [{ span: refusal, message: "This rule refuses bounces." }],
      });
    },
  }),
});

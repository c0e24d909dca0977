import type { MatchRule } from "../../runtime/match-rule.ts";
import { optionOf } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const authRuleWithoutListener: Rule = defineRule({
  code: "auth-rule-without-listener",
  summary: "A rule is for users who log in, and no listener offers a login.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ analysis, report }) => ({
    end: () => {
      const listeners = analysis.listeners().filter(({ exposure }) => exposure !== "socket");
      if (listeners.length === 0 || listeners.some(({ auth }) => auth !== "none")) return;
      for (const rule of analysis.ruleset().rules) {
        const option = loginFromElsewhere(rule);
        if (option === undefined) continue;
        report({
          span: option,
          message: "No listener offers a login, so only mail from the socket of this machine counts as logged in.",
          help: "Give a listener tls and auth, or write from socket if local mail is meant.",
        });
      }
    },
  }),
});

/** `from auth`, or `auth` in a rule that is also for other machines. */
function loginFromElsewhere(rule: MatchRule) {
  const whole = optionOf(rule, "from", "auth");
  const option = whole ?? (optionOf(rule, "from", "any", "src", "rdns") && optionOf(rule, undefined, "auth"));
  return option?.not === undefined ? option : undefined;
}

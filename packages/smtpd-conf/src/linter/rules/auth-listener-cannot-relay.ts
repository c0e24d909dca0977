import { conditionOn } from "../../analysis/condition-on.ts";
import { isAccepted, openQuestions } from "../../analysis/find-decided.ts";
import { literal } from "../../analysis/literal.ts";
import { foreignRecipient } from "../../analysis/own-domains.ts";
import { userAt } from "../../analysis/sessions.ts";
import type { Listener } from "../../model/listener.ts";
import { defineRule, type Rule } from "../rule.ts";

/** Attempts for all listeners together. */
const mostSteps = 2_000;

export const authListenerCannotRelay: Rule = defineRule({
  code: "auth-listener-cannot-relay",
  summary: "Users can log in, but no rule lets them send to other domains from elsewhere.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ analysis, report }) => ({
    end: () => {
      const listeners = analysis.listeners().filter(takesLogins);
      if (listeners.length === 0) return;
      const questions = openQuestions(analysis.ruleset(), mostSteps);
      const elsewhere = literal(conditionOn("source", "netaddr", ["127.0.0.0/8", "::1"], questions.ruleset), false);
      const literals = [elsewhere, ...foreignRecipient(questions.ruleset)];
      const answers = new Map<string, boolean | undefined>();
      const mayRelay = (listener: Listener) => {
        const scenario = userAt(listener);
        const key = JSON.stringify(scenario);
        if (!answers.has(key)) answers.set(key, isAccepted({ scenario, literals }, questions));
        return answers.get(key);
      };
      for (const listener of listeners) {
        if (mayRelay(listener) !== false) continue;
        report({
          span: optionNamed(listener, /^auth/),
          message:
            "Who logs in here from elsewhere cannot send to other domains: no rule takes such mail, and the answer is 550.",
          help: 'Add a rule such as match from auth for any action "…" with an action that relays.',
        });
      }
    },
  }),
});

function takesLogins({ auth, exposure }: Listener): boolean {
  return auth !== "none" && exposure !== "loopback" && exposure !== "socket";
}

function optionNamed({ directive }: Listener, pattern: RegExp) {
  return directive.options.find(({ name }) => pattern.test(name))?.keyword ?? directive;
}

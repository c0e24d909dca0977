import { isAccepted, openQuestions, type Questions } from "../../analysis/find-decided.ts";
import { literal } from "../../analysis/literal.ts";
import { clientAt } from "../../analysis/sessions.ts";
import { strangeSource } from "../../analysis/strangers.ts";
import type { Listener } from "../../model/listener.ts";
import type { Option } from "../../parser/ast/nodes.ts";
import type { Token } from "../../parser/lexer/token.ts";
import type { MatchRule } from "../../runtime/match-rule.ts";
import type { Fix } from "../diagnostic.ts";
import { optionOf, says } from "../match-rules.ts";
import { isEditable } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

/** Attempts for all rules together. */
const mostSteps = 10_000;

export const implicitFromLocal: Rule = defineRule({
  code: "implicit-from-local",
  summary: "A rule for a domain without from takes mail of this machine only, and the rest of the world gets 550.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ analysis, report }) => ({
    end: () => {
      const listeners = analysis.listeners().filter(takesMail);
      if (listeners.length === 0) return;
      const questions = openQuestions(analysis.ruleset(), mostSteps);
      for (const rule of questions.ruleset.rules) {
        const domain = domainWithoutFrom(rule);
        if (domain === undefined || isTakenFromElsewhere(rule, listeners, questions)) continue;
        report({
          span: domain,
          message: "Nobody but this machine can send to this domain: without from, a rule is for local mail.",
          help: "Write match from any for domain …, or from local if that is what is meant.",
          fixes: insertion(domain),
        });
      }
    },
  }),
});

/** Whether other mail servers can connect to a listener and need no login. */
function takesMail({ exposure, auth, port }: Listener): boolean {
  return exposure === "public" && auth !== "required" && port === 25;
}

/** The `for domain` of a rule that says neither where mail comes from nor who sends it. */
function domainWithoutFrom(rule: MatchRule): Option | undefined {
  if (rule.action === undefined || says(rule, "from") || optionOf(rule, undefined, "auth", "mail-from", "tag", "helo"))
    return undefined;
  const domain = optionOf(rule, "for", "domain");
  return domain?.not === undefined ? domain : undefined;
}

/** Whether some rule takes mail from elsewhere for what this rule is for, as far as can be told. */
function isTakenFromElsewhere(rule: MatchRule, listeners: readonly Listener[], questions: Questions): boolean {
  const own = rule.conditions.filter(({ name }) => name === "for" || name === "rcpt-to");
  const literals = [strangeSource(questions.ruleset, []), ...own.map((condition) => literal(condition, true))];
  return listeners.some(
    (listener) => isAccepted({ scenario: clientAt(listener, false), literals }, questions) !== false,
  );
}

function insertion({ scope }: Option): Fix[] {
  const word = scope as Token;
  if (!isEditable(word)) return [];
  const edit = { span: { source: word.source, start: word.start, end: word.start }, text: "from any " };
  return [{ title: "Insert from any", safe: false, edits: [edit] }];
}

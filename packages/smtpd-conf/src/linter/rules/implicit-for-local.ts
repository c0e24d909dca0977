import type { ActionDirective, MatchDirective, Option } from "../../parser/ast/nodes.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { spanFrom } from "../../parser/source.ts";
import type { MatchRule } from "../../runtime/match-rule.ts";
import type { Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { says } from "../match-rules.ts";
import { firstToken, isEditable } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

export const implicitForLocal: Rule = defineRule({
  code: "implicit-for-local",
  summary: "A rule that rejects or relays without for does so only with mail for the names of this machine.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: (context) => ({
    end: () => {
      const actions = new Map(context.model.actions.map((action) => [action.name.value, action]));
      const { rules } = context.analysis.ruleset();
      // Below the last rule with an action, it makes no difference what is rejected.
      const lastAction = rules.findLast(({ action }) => action !== undefined)?.number ?? 0;
      for (const rule of rules) {
        if (says(rule, "for") || rule.directive.conditions.length === 0 || rule.number > lastAction) continue;
        const problem = problemOf(rule, rule.action === undefined ? undefined : actions.get(rule.action));
        if (problem !== undefined) context.report(problem);
      }
    },
  }),
});

function problemOf(rule: MatchRule, action: ActionDirective | undefined): Problem | undefined {
  const { directive } = rule;
  const span = spanFrom(firstToken(directive), directive.conditions.at(-1) as Option);
  const help = "Write for any, or for local if that is what is meant.";
  const fixes = insertion(directive);
  if (directive.reject !== undefined) {
    return {
      span,
      message:
        "This rule rejects only mail for localhost and the names of this machine: without for, that is what a rule is for.",
      help,
      fixes,
    };
  }
  if (action?.method.name !== "relay") return undefined;
  return {
    span,
    message:
      "This rule relays only mail for localhost and the names of this machine: without for, that is what a rule is for.",
    help,
    fixes,
  };
}

/** None where a macro wrote the last condition, or what stands behind it. */
function insertion({ conditions, reject, tokens }: MatchDirective): Fix[] {
  const last = conditions.at(-1) as Option;
  const decision = (reject ?? tokens.at(-2)) as Token;
  if (![last.keyword, decision].every(isEditable)) return [];
  const edit = { span: { source: last.source, start: last.end, end: last.end }, text: " for any" };
  return [{ title: "Insert for any", safe: false, edits: [edit] }];
}

import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import { describeCondition } from "./describe-condition.ts";
import { describeAction, failure } from "./describe-outcome.ts";
import type { KnownConfiguration } from "./known-configuration.ts";

/** What a rule does, as a clause: `mail from anybody for any domain, if the sender is anyone at example.org, is refused`. */
export function describeMatchRule(rule: MatchRule, { ruleset, listeners, model }: KnownConfiguration): string {
  const failing = rule.conditions.findIndex(({ broken }) => broken);
  const asked = failing < 0 ? rule.conditions : rule.conditions.slice(0, failing);
  const clauses = asked.filter((one) => phraseFor(one) === undefined).map((one) => describeCondition(one, listeners));
  const kind = ["mail", ...asked.flatMap((one) => phraseFor(one) ?? [])].join(" ");
  const action = model.actions.find(({ name }) => name.value === rule.action);
  const outcome = failing < 0 ? describeAction(action, ruleset) : failure(model.target);
  return `${kind}${clauses.length === 0 ? "" : `, if ${clauses.join(" and ")},`} ${outcome}`;
}

/** Who sends and where to, where that is one of the tables that smtpd makes; undefined for all other conditions. */
function phraseFor({ table, negated }: Condition): string | undefined {
  const phrases = phrasesOfTables[table?.name ?? ""];
  return phrases?.[negated ? 1 : 0];
}

const phrasesOfTables: Readonly<Record<string, readonly [plain: string, negated?: string]>> = {
  "<anyhost>": ["from anybody"],
  "<localhost>": ["from this machine", "from anybody but this machine"],
  "<anydestination>": ["for any domain"],
  "<localnames>": ["for the server's own names", "for any domain but the server's own names"],
};

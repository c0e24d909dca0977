import type { Condition, MatchRule } from "smtpd-conf";
import { describeCondition } from "./explain-conditions.ts";
import { describeAction, failure } from "./explain-outcomes.ts";
import type { Explaining } from "./explaining.ts";
import { originsOfStep, type Paragraph, type Sentence, sentence } from "./explanation.ts";

/** What each rule does, in the order of the rules: for configurations of which it takes too long to say it by domains. */
export function explainRules({ ruleset, listeners, model }: Explaining): readonly Paragraph[] {
  const rules = ruleset.rules.map((rule) => [sentenceAbout(rule)]);
  const items = [
    [sentence("the first rule that fits decides")],
    ...rules,
    [sentence("all other mail is refused: no rule takes it")],
  ];
  return [{ heading: undefined, items }];

  function sentenceAbout(rule: MatchRule): Sentence {
    const failing = rule.conditions.findIndex(({ broken }) => broken);
    const asked = failing < 0 ? rule.conditions : rule.conditions.slice(0, failing);
    const clauses = asked.filter((one) => phraseFor(one) === undefined).map((one) => describeCondition(one, listeners));
    const kind = ["mail", ...asked.flatMap((one) => phraseFor(one) ?? [])].join(" ");
    const action = model.actions.find(({ name }) => name.value === rule.action);
    const outcome = failing < 0 ? describeAction(action, ruleset) : failure(model.target);
    const origins = originsOfStep({ rules: [rule], action: failing < 0 ? rule.action : undefined });
    return sentence(`${kind}${clauses.length === 0 ? "" : `, if ${clauses.join(" and ")},`} ${outcome}`, ...origins);
  }
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

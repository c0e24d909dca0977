import { describeMatchRule, type MatchRule } from "smtpd-conf";
import type { Explaining } from "./explaining.ts";
import { originsOfStep, type Paragraph, type Sentence, sentence } from "./explanation.ts";

/** What each rule does, in the order of the rules: for configurations of which it takes too long to say it by domains. */
export function explainRules(explaining: Explaining): readonly Paragraph[] {
  const rules = explaining.ruleset.rules.map((rule) => [sentenceAbout(rule, explaining)]);
  const items = [
    [sentence("the first rule that fits decides")],
    ...rules,
    [sentence("all other mail is refused: no rule takes it")],
  ];
  return [{ heading: undefined, items }];
}

function sentenceAbout(rule: MatchRule, explaining: Explaining): Sentence {
  const isBroken = rule.conditions.some(({ broken }) => broken);
  const origins = originsOfStep({ rules: [rule], action: isBroken ? undefined : rule.action });
  return sentence(describeMatchRule(rule, explaining), ...origins);
}

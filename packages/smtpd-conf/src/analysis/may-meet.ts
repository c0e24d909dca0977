import type { MatchRule } from "../runtime/match-rule.ts";
import { constantAnswer } from "./answer.ts";
import { forbids } from "./forbids.ts";
import type { Literal } from "./literal.ts";
import type { Scenario } from "./scenario.ts";

/** Whether nothing that a rule asks shows at once that it is not for mail of a scenario that agrees with literals. */
export function mayMeet({ conditions }: MatchRule, scenario: Scenario, literals: readonly Literal[]): boolean {
  return conditions.every((condition) => {
    return constantAnswer(condition, scenario) !== "no-match" && !literals.some((one) => forbids(one, condition));
  });
}

import type { Condition } from "../runtime/match-rule.ts";
import { answerFor, dimensionOf } from "./answer.ts";
import { asksTheSame, type Literal, wantsEntry } from "./literal.ts";
import type { Choice, Dimension, Scenario } from "./scenario.ts";
import { solveSource } from "./solve-source.ts";
import { type Solution, solveText } from "./solve-text.ts";

/** What there is to choose from when a condition cannot be told of. */
export interface SolveSettings {
  readonly delimiter: string;
  /** Whether a table whose entries are not known may hold what is convenient. */
  readonly assume: boolean;
}

/** A value for one property; undefined is a client without a name. */
export type PropertySolution = Solution | { readonly kind: "absent" };

/** Finds a value for one property that all literals about it agree with. */
export function solveProperty(
  dimension: Dimension,
  literals: readonly Literal[],
  scenario: Scenario,
  settings: SolveSettings,
): PropertySolution {
  if (contradict(literals)) return { kind: "none" };
  const holds = (value: string | undefined) =>
    literals.every((one) => isMet(one, scenario, { ...blank, [dimension]: value }, settings));
  if (dimension === "tag") return firstOf(scenario.tags, holds);
  if (dimension === "source") return solveSource(literals, scenario.sources, holds);
  if (dimension === "rdns" && scenario.session === "network" && !scenario.fcrdns && holds(undefined))
    return { kind: "absent" };
  const preferred = dimension === "recipient" ? scenario.recipients : [];
  return solveText(dimension, literals, preferred, settings.delimiter, holds);
}

const blank: Choice = {
  tag: "",
  source: "",
  rdns: undefined,
  helo: "",
  username: "",
  sender: "",
  recipient: "",
};

function firstOf(values: readonly string[], holds: (value: string) => boolean): Solution {
  const value = values.find(holds);
  return value === undefined ? { kind: "none" } : { kind: "value", value };
}

/** Whether a choice meets a literal; where it cannot be told, whether we may assume so. */
export function isMet(one: Literal, scenario: Scenario, choice: Choice, { assume }: SolveSettings): boolean {
  const answer = answerFor(one.condition, scenario, choice);
  if (answer === "unknown") return assume || (isForeign(one.condition, scenario) && !wantsEntry(one));
  return answer === (one.wanted ? "match" : "no-match");
}

/** Whether a condition asks an unknown table for the domain of a recipient that is foreign: it is meant not to be there. */
export function isForeign({ subject, service }: Condition, { foreign }: Scenario): boolean {
  return foreign && subject === "domain" && service === "domain";
}

/** Whether one table is asked to have and not to have the same entry. A client without a name is a way out. */
function contradict(literals: readonly Literal[]): boolean {
  if (literals.length < 2) return false;
  return literals.some((one, index) =>
    literals.some(
      (other, place) =>
        place > index &&
        canDisagree(one.condition) &&
        asksTheSame(one.condition, other.condition) &&
        wantsEntry(one) !== wantsEntry(other),
    ),
  );
}

function canDisagree({ subject, table }: Condition): boolean {
  return subject !== "rdns" && table !== undefined;
}

/** The literals by the property that they look at. Those that look at none are left out. */
export function byDimension(
  literals: readonly Literal[],
  scenario: Scenario,
): ReadonlyMap<Dimension, readonly Literal[]> {
  const groups = new Map<Dimension, Literal[]>();
  for (const one of literals) {
    const dimension = dimensionOf(one.condition, scenario);
    if (dimension === undefined) continue;
    const group = groups.get(dimension) ?? [];
    groups.set(dimension, group);
    group.push(one);
  }
  return groups;
}

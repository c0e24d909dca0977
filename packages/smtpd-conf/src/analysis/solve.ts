import type { Release } from "../language/releases.ts";
import type { Condition } from "../runtime/match-rule.ts";
import { contentOf } from "../runtime/table.ts";
import { answerFor, dimensionOf, isOwn } from "./answer.ts";
import { asksTheSame, type Literal, wantsEntry } from "./literal.ts";
import type { Choice, Dimension, Scenario } from "./scenario.ts";
import type { Solution } from "./search-text.ts";
import { solveSource } from "./solve-source.ts";
import { solveTag } from "./solve-tag.ts";
import { solveText } from "./solve-text.ts";

/** What there is to choose from when a condition cannot be told of. */
export interface SolveSettings {
  readonly delimiter: string;
  /** Without it, what any release takes. */
  readonly target?: Release | undefined;
  /** Whether a table whose entries are not known may hold what is convenient. */
  readonly assume: boolean;
  /** Takes note of work that was done. */
  readonly spend?: ((work: number) => void) | undefined;
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
  const holds = (value: string | undefined) => areMet(literals, scenario, { ...blank, [dimension]: value }, settings);
  if (dimension === "rdns" && scenario.session === "network" && !scenario.fcrdns && holds(undefined))
    return { kind: "absent" };
  if (literals.some((one) => isHopeless(one, scenario, settings))) return { kind: "none" };
  if (dimension === "tag") return solveTag(literals, scenario.tags, holds);
  // Nothing follows from the entries of tables that may have more of them.
  const closed = literals.filter((one) => !(wantsEntry(one) && isOwn(one.condition, scenario)));
  if (dimension === "source") return solveSource(closed, scenario.sources, holds, settings.spend);
  const { recipients, internal } = scenario;
  const preferred = dimension === "recipient" ? recipients : [];
  return solveText(dimension, closed, { ...settings, preferred, internal }, holds);
}

function areMet(literals: readonly Literal[], scenario: Scenario, choice: Choice, settings: SolveSettings): boolean {
  return literals.every((one) => isMet(one, scenario, choice, settings));
}

/** Whether a literal asks a table that is not known, and nothing may be assumed of it. */
function isHopeless(one: Literal, scenario: Scenario, { assume }: SolveSettings): boolean {
  if (assume || one.condition.table?.kind !== "UnknownTable") return false;
  return wantsEntry(one) || !isForeign(one.condition, scenario);
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
  const byTable = new Map<object, Literal[]>();
  return literals.some((one) => {
    const { table, subject } = one.condition;
    if (table === undefined || subject === "rdns") return false;
    const others = byTable.get(contentOf(table)) ?? [];
    const same = others.find((other) => asksTheSame(one.condition, other.condition));
    if (same === undefined) byTable.set(contentOf(table), [...others, one]);
    return same !== undefined && wantsEntry(one) !== wantsEntry(same);
  });
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

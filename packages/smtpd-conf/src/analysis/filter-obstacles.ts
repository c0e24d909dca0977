import { filterPhases } from "../language/filter-phases.ts";
import { isAtLeast } from "../language/releases.ts";
import { type MemberFilter, membersByPhase } from "../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../parser/ast/nodes.ts";
import { filterCondition } from "../runtime/filter-condition.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { Obstacle } from "./find-envelope.ts";

/** What the filters of a listener do to sessions. */
export interface FilterObstacles {
  /** The filters that refuse a session, a sender or a recipient if their conditions are met. */
  readonly obstacles: readonly Obstacle<PhaseFilterDirective>[];
  /** Filters of which we cannot tell what they do: programs, and those that rewrite what the client says. */
  readonly opaque: readonly MemberFilter[];
}

/**
 * The obstacles that the filters of a listener put up, for a client that greets with HELO or EHLO. Within a phase, a filter
 * that decides otherwise (`bypass`, `junk`, `rewrite`) keeps the later ones from being asked.
 */
export function filterObstacles(
  filters: readonly MemberFilter[],
  greeting: "helo" | "ehlo",
  ruleset: Ruleset,
): FilterObstacles {
  const byPhase = membersByPhase(filters);
  const inert = isAtLeast(ruleset.target, "6.7.1") ? [] : ["data", "commit"];
  const skipped = [greeting === "helo" ? "ehlo" : "helo", ...inert];
  const phases = filterPhases.map(({ name }) => name).filter((name) => !skipped.includes(name));
  const obstacles = phases.flatMap((phase) => obstaclesOfPhase(byPhase.get(phase) ?? [], ruleset));
  return { obstacles, opaque: filters.filter(isOpaque) };
}

function isOpaque(filter: MemberFilter): boolean {
  return filter.kind !== "PhaseFilterDirective" || filter.decision.name === "rewrite";
}

function obstaclesOfPhase(
  filters: readonly PhaseFilterDirective[],
  ruleset: Ruleset,
): readonly Obstacle<PhaseFilterDirective>[] {
  const notDecided: Condition[] = [];
  const obstacles: Obstacle<PhaseFilterDirective>[] = [];
  for (const filter of filters) {
    const condition = filterCondition(filter.condition, ruleset);
    const { name } = filter.decision;
    if (name === "report") continue;
    if (name === "reject" || name === "disconnect")
      obstacles.push({ source: filter, conditions: [...notDecided, condition] });
    else notDecided.push({ ...condition, negated: !condition.negated });
  }
  return obstacles;
}

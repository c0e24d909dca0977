import { filterPhases } from "../language/filter-phases.ts";
import { isAtLeast } from "../language/releases.ts";
import { type MemberFilter, membersByPhase, phaseOf } from "../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../parser/ast/nodes.ts";
import { knownTable } from "../runtime/builtin-tables.ts";
import { filterCondition } from "../runtime/filter-condition.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { Obstacle } from "./find-envelope.ts";

/** What the filters of a listener do to sessions. */
export interface FilterObstacles {
  /** The filters that refuse a session, a sender or a recipient if their conditions are met. */
  readonly obstacles: readonly Obstacle<PhaseFilterDirective>[];
  /** Those of the obstacles that nobody gets around by what programs decide, or by the way in which addresses are written. */
  readonly sure: readonly Obstacle<PhaseFilterDirective>[];
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
  const opaque = filters.filter(isOpaque);
  // A program that is asked before a filter can keep it from being asked.
  const program = filters.findIndex(({ kind }) => kind !== "PhaseFilterDirective");
  const asked = new Set(program < 0 ? filters : filters.slice(0, program));
  const sure = obstacles.filter((one) => asked.has(one.source) && isSure(one, opaque.length > 0));
  return { obstacles, sure, opaque };
}

/**
 * Whether an obstacle holds whatever filters write. Rules see what a filter wrote instead of a greeting or an address, and
 * filters what the client said, as it said it: senders without a domain, and with a route such as `@relay.example:` before
 * the user.
 */
function isSure({ conditions }: Obstacle<PhaseFilterDirective>, rewritten: boolean): boolean {
  return conditions.every((condition) => {
    if (condition.subject === "filter-sender") return false;
    if (condition.subject === "recipient") return !rewritten && asksForDomains(condition);
    return condition.subject !== "helo" || !rewritten;
  });
}

/** Whether a condition looks at nothing of an address but its domain. */
function asksForDomains({ table, service }: Condition): boolean {
  return service === "mailaddr" && table?.kind === "KnownTable" && table.keys.every((key) => /^(?:@|$)/.test(key));
}

function isOpaque(filter: MemberFilter): boolean {
  return filter.kind !== "PhaseFilterDirective" || filter.decision.name === "rewrite";
}

/** The condition of a filter. When a client connects, it has not logged in yet, whoever it will be. */
function conditionOf(filter: PhaseFilterDirective, ruleset: Ruleset): Condition {
  const condition = filterCondition(filter.condition, ruleset);
  if (condition.subject !== "filter-login" || phaseOf(filter) !== "connect") return condition;
  const nobody = knownTable("nobody", []);
  return { ...condition, table: nobody, service: "string", matcher: ruleset.matcherFor(nobody, "string") };
}

function obstaclesOfPhase(
  filters: readonly PhaseFilterDirective[],
  ruleset: Ruleset,
): readonly Obstacle<PhaseFilterDirective>[] {
  const notDecided: Condition[] = [];
  const obstacles: Obstacle<PhaseFilterDirective>[] = [];
  for (const filter of filters) {
    const condition = conditionOf(filter, ruleset);
    const { name } = filter.decision;
    if (name === "report") continue;
    if (name === "reject" || name === "disconnect")
      obstacles.push({ source: filter, conditions: [...notDecided, condition] });
    else notDecided.push({ ...condition, negated: !condition.negated });
  }
  return obstacles;
}

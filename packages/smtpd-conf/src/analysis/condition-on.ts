import type { Condition } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { KnownTable, MatchService } from "../runtime/table.ts";

/** A condition that stands in no configuration, for questions of our own: whether a property has an entry among these. */
export function conditionOn(
  subject: "source" | "domain" | "rdns",
  service: MatchService,
  entries: readonly string[],
  { matcherFor, tables }: Pick<Ruleset, "matcherFor" | "tables">,
): Condition {
  const table: KnownTable = {
    kind: "KnownTable",
    name: `among ${entries.length}`,
    keys: tables.share([...new Set(entries)]),
  };
  return {
    kind: "Condition",
    name: subject === "domain" ? "for" : "from",
    subject,
    negated: false,
    table,
    service,
    matcher: matcherFor(table, service),
    option: undefined,
    broken: false,
  };
}

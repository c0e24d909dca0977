import type { Configuration, MatchRule, Source } from "smtpd-conf";
import type { DecidedEnvelope } from "../decided-envelope.ts";
import { positionAt } from "../line-index.ts";
import type { Output } from "../output.ts";
import { type Indexes, openIndexes } from "./block.ts";

/** Decisions for programs, described by `schema/match.schema.json`: one envelope a line. */
export function writeDecisions(decided: readonly DecidedEnvelope[], { sources }: Configuration, output: Output): void {
  const indexOf = openIndexes();
  const placeOf = (rule: MatchRule) => placeIn(rule, sources, indexOf);
  output.write('{"version":1,"envelopes":[');
  for (const [index, { decision }] of decided.entries()) {
    const { outcome, rule, condition, misses } = decision;
    const place = rule === undefined ? { rule: null, line: null } : placeOf(rule);
    const why = misses.map((miss) => ({
      ...placeOf(miss.rule),
      failed: miss.condition.name,
      value: miss.value ?? null,
    }));
    const action = rule === undefined || outcome !== "action" ? null : (rule.action ?? null);
    const shown = { outcome, ...place, action, condition: condition?.name ?? null, why };
    output.write(`${index > 0 ? "," : ""}\n${JSON.stringify(shown)}`);
  }
  output.write("\n]}\n");
}

/** Number and line of a rule, and its file where that is an included one. */
function placeIn({ number, directive }: MatchRule, [main]: readonly Source[], indexOf: Indexes) {
  const { source, start } = directive;
  const { line } = positionAt(indexOf(source), start);
  return { rule: number, line, ...(source === main ? {} : { path: source.path }) };
}

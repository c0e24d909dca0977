import type { Configuration, MatchRule } from "smtpd-conf";
import type { DecidedEnvelope } from "../decided-envelope.ts";
import type { Output } from "../output.ts";
import { openIndexes } from "./block.ts";
import { linePlace } from "./line-place.ts";

/** Decisions for programs, described by `schema/match.schema.json`: one envelope a line. */
export function writeDecisions(decided: readonly DecidedEnvelope[], { sources }: Configuration, output: Output): void {
  const indexOf = openIndexes();
  const placeOf = ({ number, directive }: MatchRule) => ({ rule: number, ...linePlace(directive, sources, indexOf) });
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

import { type Analysis, type Arrivals, findArrivals, type Listener, type MatchRule } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/** Rules and listeners up to which what comes in by each is worked out, which somebody has to ask for. */
const mostRules = 300;
const mostListeners = 60;

const found = new WeakMap<Analysis, readonly Arrivals[]>();

/** The rules that can decide about mail that comes in by a listener. Where a proof takes too long, tags alone tell. */
export function rulesFor(snapshot: Snapshot, listener: Listener): readonly MatchRule[] {
  const { rules } = snapshot.analysis.ruleset();
  const arrivals = arrivalsAt(snapshot, listener);
  if (arrivals === undefined) return rules.filter((rule) => mayHaveTag(rule, listener));
  return rules.filter((_, index) => arrivals.rules[index] !== "none");
}

/** Whether the rule of a number is among those of `rulesFor`. */
export function isRuleFor(snapshot: Snapshot, listener: Listener, number: number): boolean {
  const rule = snapshot.analysis.ruleset().rules[number - 1];
  const arrivals = arrivalsAt(snapshot, listener);
  if (rule === undefined) return false;
  return arrivals === undefined ? mayHaveTag(rule, listener) : arrivals.rules[number - 1] !== "none";
}

function arrivalsAt(snapshot: Snapshot, listener: Listener): Arrivals | undefined {
  const { analysis, model } = snapshot;
  if (model.rules.length > mostRules || analysis.listeners().length > mostListeners) return undefined;
  const all = found.get(analysis) ?? findArrivals(model, analysis.listeners(), analysis.ruleset());
  found.set(analysis, all);
  return all.find((one) => one.listener === listener);
}

/** Whether nothing in a rule asks for another tag than that of a listener. */
function mayHaveTag({ conditions }: MatchRule, { tag }: Listener): boolean {
  return conditions.every(({ subject, table, service, negated }) => {
    if (subject !== "tag" || service !== "string" || table?.kind !== "KnownTable") return true;
    return table.keys.includes(tag.toLowerCase()) !== negated;
  });
}

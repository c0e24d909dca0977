import { type Line, listed, type Model, type Span } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";
import { standsInDocument } from "./stands-in.ts";

const numbersByModel = new WeakMap<Model, ReadonlyMap<Line, number>>();

/** The rules with their numbers, from 1, in the order in which smtpd tries them. */
export function ruleNumbers(model: Model): ReadonlyMap<Line, number> {
  const known = numbersByModel.get(model);
  if (known !== undefined) return known;
  const numbers = new Map<Line, number>(model.rules.map((rule, index) => [rule, index + 1]));
  numbersByModel.set(model, numbers);
  return numbers;
}

/** `rule 2`, `rules 2 and 5`: the rules that places are in. Empty where they are in none. */
export function namesOfRules(places: readonly Span[], snapshot: Snapshot): string {
  const found = new Set(places.flatMap((place) => numberAt(place, snapshot) ?? []));
  const numbers = [...found].sort((a, b) => a - b).map(String);
  return numbers.length === 0 ? "" : `${numbers.length === 1 ? "rule" : "rules"} ${listed(numbers)}`;
}

function numberAt(place: Span, snapshot: Snapshot): number | undefined {
  const line = standsInDocument(snapshot, place) ? lineAt(snapshot, place.start) : lineElsewhere(place, snapshot);
  return line && ruleNumbers(snapshot.model).get(line);
}

function lineElsewhere({ source, start }: Span, { model }: Snapshot): Line | undefined {
  return model.rules.find((rule) => rule.source === source && rule.start <= start && start < rule.end);
}

import { type Line, listed, type Model, type Span } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";
import { standsInDocument } from "./stands-in.ts";

type Numbers = ReadonlyMap<Line, number>;

const numbersOfRules = new WeakMap<Model, Numbers>();
const numbersOfListeners = new WeakMap<Model, Numbers>();

/** The rules with their numbers, from 1, in the order in which smtpd tries them. */
export function ruleNumbers(model: Model): Numbers {
  return numbersIn(numbersOfRules, model, model.rules);
}

/** The listeners with their numbers, from 1, in the order in which smtpd reads them. */
export function listenerNumbers(model: Model): Numbers {
  return numbersIn(numbersOfListeners, model, model.listeners);
}

function numbersIn(known: WeakMap<Model, Numbers>, model: Model, lines: readonly Line[]): Numbers {
  const numbers = known.get(model) ?? new Map(lines.map((line, index) => [line, index + 1]));
  known.set(model, numbers);
  return numbers;
}

/** `rule 2`, `rules 2 and 5`: the rules that places are in. Empty where they are in none. */
export function namesOfRules(places: readonly Span[], snapshot: Snapshot): string {
  const found = new Set(places.flatMap((place) => numberAt(place, snapshot) ?? []));
  const numbers = [...found].sort((a, b) => a - b).map(String);
  return numbers.length === 0 ? "" : `${numbers.length === 1 ? "rule" : "rules"} ${listed(numbers)}`;
}

function numberAt(place: Span, snapshot: Snapshot): number | undefined {
  const { configuration, model } = snapshot;
  // The findings of a template stand in its own text.
  const source = standsInDocument(snapshot, place) ? snapshot.source : place.source;
  const line = lineAt({ configuration, source }, place.start);
  return line && ruleNumbers(model).get(line);
}

import type { CharacterSet } from "../runtime/regular-expression/regular-expression.ts";
import type { TextLanguage } from "./text-language.ts";
import type { TextMachine } from "./text-machine.ts";
import type { TextShape } from "./text-shapes.ts";

/** A language that a text is to belong to, or not to. */
export interface Wanted {
  readonly language: TextLanguage;
  readonly member: boolean;
}

/** What a search came to: a text, the proof that there is none, or neither within its bounds. */
export type Solution =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** Combinations of states that a search looks at. */
const mostStates = 5000;

/**
 * Finds a shortest text of a shape that belongs to some languages and not to others, by walking through their machines at
 * once. Characters that none of them tells apart count as one.
 */
export function searchText(
  shape: TextShape,
  wanted: readonly Wanted[],
  spend: (work: number) => void = () => {},
): Solution {
  // Those that are to accept come first: where one of them cannot any more, the others are not asked.
  const inside = [shape.machine, ...wanted.filter(({ member }) => member).map(({ language }) => language.machine)];
  const outside = wanted.filter(({ member }) => !member).map(({ language }) => language.machine);
  const machines = [...inside, ...outside];
  const alphabet = representatives(shape, wanted);
  const first = machines.map(({ start }) => start);
  const seen = new Set([first.join(" ")]);
  const queue: { readonly states: readonly number[]; readonly text: string }[] = [{ states: first, text: "" }];
  for (const { states, text } of queue) {
    const isSolution = machines.every(
      (machine, index) => machine.accepts(states[index] ?? -1) === index < inside.length,
    );
    if (isSolution) return { kind: "value", value: text };
    spend(alphabet.length * machines.length);
    for (const character of alphabet) {
      const next = stepAll(machines, inside.length, states, character);
      if (next === undefined) continue;
      const key = next.join(" ");
      if (seen.has(key)) continue;
      if (seen.size >= mostStates) return { kind: "unknown" };
      seen.add(key);
      queue.push({ states: next, text: text + character });
    }
  }
  return { kind: "none" };
}

/** The next states of all machines; undefined where one of the first `needed` cannot accept any more. */
function stepAll(
  machines: readonly TextMachine[],
  needed: number,
  states: readonly number[],
  character: string,
): readonly number[] | undefined {
  const next: number[] = [];
  for (const [index, machine] of machines.entries()) {
    const state = machine.step(states[index] ?? -1, character);
    if (index < needed && machine.isDead?.(state) === true) return undefined;
    next.push(state);
  }
  return next;
}

/** One character of each group that shape and languages treat alike. */
function representatives({ alphabet, open }: TextShape, wanted: readonly Wanted[]): readonly string[] {
  const letters = new Set(wanted.flatMap(({ language }) => [...language.letters]));
  const sets = wanted.flatMap(({ language }) => language.sets);
  const chosen = new Map<string, string>();
  const groups = open ? [...alphabet, [...edgesOf(sets), ...letters]] : alphabet;
  groups.forEach((group, index) => {
    for (const character of group) {
      const own = letters.has(character) ? character : "";
      const key = `${index} ${own} ${sets.map((set) => (set.has(character) ? 1 : 0)).join("")}`;
      if (!chosen.has(key)) chosen.set(key, character);
    }
  });
  return [...chosen.values()];
}

/** Where characters begin to be in a set, or not to be: all kinds of characters beyond those that can be printed. */
function edgesOf(sets: readonly CharacterSet[]): readonly string[] {
  const edges = sets.flatMap(({ ranges }) => ranges.flatMap(([first, last]) => [first, last + 1]));
  const units = [1, 0x7f, ...edges].filter((unit) => unit > 0 && unit <= 0xffff);
  return units.map((unit) => String.fromCharCode(unit)).filter((character) => !/[A-Z]/.test(character));
}

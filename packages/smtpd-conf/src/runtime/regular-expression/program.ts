import type { CharacterSet } from "./character-set.ts";
import type { PlaceTest, RegexNode, RepetitionNode } from "./syntax.ts";

/** A step of the machine that a pattern becomes; `next` and `other` are places in the program. */
export type Instruction =
  | { readonly kind: "Character"; readonly set: number; readonly next: number }
  | { readonly kind: "Assertion"; readonly test: PlaceTest; readonly next: number }
  | { readonly kind: "Split"; readonly next: number; readonly other: number }
  | { readonly kind: "Found" };

/** A non-deterministic automaton that searches for a pattern. */
export interface Program {
  readonly instructions: readonly Instruction[];
  /** The sets that its instructions test, each once. */
  readonly sets: readonly CharacterSet[];
  readonly start: number;
  /** Whether a place between characters is asked for words. */
  readonly asksForWords: boolean;
}

interface Building {
  readonly instructions: Instruction[];
  readonly sets: CharacterSet[];
  readonly setByRanges: Map<string, number>;
}

/** Turns a pattern into a program that finds it anywhere in a text. The program is about as large as `sizeOf` says. */
export function compilePattern(tree: RegexNode, anyCharacter: CharacterSet): Program {
  const building: Building = { instructions: [], sets: [], setByRanges: new Map() };
  const found = add(building, { kind: "Found" });
  const pattern = emit(building, tree, found);
  const start = emitLoop(building, { kind: "Character", set: anyCharacter, start: 0, end: 0 }, pattern);
  const { instructions, sets } = building;
  const asksForWords = instructions.some((step) => step.kind === "Assertion" && /word|other/.test(step.test));
  return { instructions, sets, start, asksForWords };
}

function add(building: Building, instruction: Instruction): number {
  return building.instructions.push(instruction) - 1;
}

/** Adds what matches `node` and then goes on at `next`. Returns where it begins. */
function emit(building: Building, node: RegexNode, next: number): number {
  switch (node.kind) {
    case "Empty":
      return next;
    case "Character":
      return add(building, { kind: "Character", set: indexOfSet(building, node.set), next });
    case "Assertion":
      return add(building, { kind: "Assertion", test: node.test, next });
    case "Sequence":
      return node.parts.reduceRight((behind, part) => emit(building, part, behind), next);
    case "Alternation":
      return node.branches
        .map((branch) => emit(building, branch, next))
        .reduceRight((other, branch) => add(building, { kind: "Split", next: branch, other }));
    case "Repetition":
      return emitRepetition(building, node, next);
  }
}

/** `a{2,4}` as `aa(a(a)?)?`, `a{2,}` as `aaa*`. */
function emitRepetition(building: Building, { part, least, most }: RepetitionNode, next: number): number {
  let behind = most === undefined ? emitLoop(building, part, next) : next;
  for (let copy = least; copy < (most ?? least); copy++) {
    behind = add(building, { kind: "Split", next: emit(building, part, behind), other: next });
  }
  for (let copy = 0; copy < least; copy++) behind = emit(building, part, behind);
  return behind;
}

function emitLoop(building: Building, part: RegexNode, next: number): number {
  const loop = add(building, { kind: "Found" });
  building.instructions[loop] = { kind: "Split", next: emit(building, part, loop), other: next };
  return loop;
}

function indexOfSet({ sets, setByRanges }: Building, set: CharacterSet): number {
  const key = set.ranges.join(" ");
  const known = setByRanges.get(key);
  if (known !== undefined) return known;
  setByRanges.set(key, sets.length);
  return sets.push(set) - 1;
}

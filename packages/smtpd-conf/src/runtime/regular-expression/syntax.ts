import type { CharacterSet } from "./character-set.ts";

/** What a pattern matches. Groups leave no trace but in how things hang together, since nothing asks what they matched. */
export type RegexNode = EmptyNode | CharacterNode | AssertionNode | SequenceNode | AlternationNode | RepetitionNode;

/** Matches the empty text. */
export interface EmptyNode {
  readonly kind: "Empty";
}

/** One character of a set: a letter, `.`, `[a-z]`, `\w`. */
export interface CharacterNode {
  readonly kind: "Character";
  readonly set: CharacterSet;
  /** Where it stands in the pattern. */
  readonly start: number;
  readonly end: number;
}

/** What a place between two characters can be asked. */
export type PlaceTest = "at-begin" | "at-end" | "after-word" | "after-other" | "before-word" | "before-other";

/** `^`, `$` and their like: the empty text at places that pass the test. `\b` and `\<` are made of several. */
export interface AssertionNode {
  readonly kind: "Assertion";
  readonly test: PlaceTest;
  readonly start: number;
  readonly end: number;
}

/** One part after the other. */
export interface SequenceNode {
  readonly kind: "Sequence";
  readonly parts: readonly RegexNode[];
}

/** `a|b` */
export interface AlternationNode {
  readonly kind: "Alternation";
  readonly branches: readonly RegexNode[];
}

/** `a*`, `a+`, `a?`, `a{2,4}`; `most` is undefined where there is no end to it. */
export interface RepetitionNode {
  readonly kind: "Repetition";
  readonly part: RegexNode;
  readonly least: number;
  readonly most: number | undefined;
}

export const emptyNode: EmptyNode = { kind: "Empty" };

/** Parts in a row; a single one stands for itself. */
export function sequenceOf(parts: readonly RegexNode[]): RegexNode {
  const filled = parts.filter(({ kind }) => kind !== "Empty");
  return filled.length > 1 ? { kind: "Sequence", parts: filled } : (filled[0] ?? emptyNode);
}

/** A part a number of times. What changes nothing is left out, so that `a****` stays as small as `a*`. */
export function repetitionOf(part: RegexNode, least: number, most: number | undefined): RegexNode {
  if (part.kind === "Empty" || most === 0) return emptyNode;
  if (least === 1 && most === 1) return part;
  if (part.kind === "Assertion" && least > 0) return part;
  if (part.kind !== "Repetition" || !isSimple(part.least, part.most) || !isSimple(least, most))
    return { kind: "Repetition", part, least, most };
  const endless = part.most === undefined || most === undefined;
  return repetitionOf(part.part, Math.min(part.least, least), endless ? undefined : 1);
}

/** Whether these are the bounds of `*`, `+` or `?`. */
function isSimple(least: number, most: number | undefined): boolean {
  return least <= 1 && (most === undefined || most === 1);
}

/** The instructions that a node takes when its repetitions are written out, each part of it as often as it is repeated. */
export function sizeOf(node: RegexNode): number {
  switch (node.kind) {
    case "Sequence":
      return sum(node.parts.map(sizeOf));
    case "Alternation":
      return sum(node.branches.map(sizeOf)) + node.branches.length;
    case "Repetition":
      return (sizeOf(node.part) + 1) * Math.max(node.least, node.most ?? 1, 1) + 1;
    default:
      return 1;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

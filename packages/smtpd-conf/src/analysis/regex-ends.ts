import { parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import type { RegexNode } from "../runtime/regular-expression/syntax.ts";

/** What stands in every text that an expression finds. Empty where that is not plain to see. */
export interface RegexEnds {
  /** At its beginning. */
  readonly head: string;
  /** At its end. */
  readonly tail: string;
  /** Anywhere in it: the longest such piece. */
  readonly inner: string;
}

/** Reads what an expression says letter by letter, outside of branches and repeats, about texts in lower case. */
export function regexEnds(pattern: string): RegexEnds {
  const expression = parseRegularExpression(pattern);
  if (expression.kind !== "RegularExpression") return { head: "", tail: "", inner: "" };
  const parts = partsOf(expression.tree).map(textOf);
  const last = parts.length - 1;
  return {
    head: parts[0] === begin ? runFrom(parts.slice(1)) : "",
    tail: parts[last] === end ? reversed(runFrom(parts.slice(0, last).toReversed())) : "",
    inner: runsIn(parts).reduce((longest, run) => (run.length > longest.length ? run : longest), ""),
  };
}

const begin = Symbol("begin");
const end = Symbol("end");
const unclear = Symbol("unclear");

/** What is looked up in a table has none of these. */
const capitals = [0x41, 0x5a] as const;

function partsOf(node: RegexNode): readonly RegexNode[] {
  return node.kind === "Sequence" ? node.parts.flatMap(partsOf) : [node];
}

/** The letter that a part stands for, or what it is otherwise. */
function textOf(node: RegexNode): string | symbol {
  if (node.kind === "Assertion") return node.test === "at-begin" ? begin : node.test === "at-end" ? end : unclear;
  if (node.kind !== "Character") return unclear;
  const [range, ...others] = node.set.ranges.filter(([first, last]) => first < capitals[0] || last > capitals[1]);
  return range !== undefined && others.length === 0 && range[0] === range[1] ? String.fromCharCode(range[0]) : unclear;
}

/** The letters up to the first part that is none. */
function runFrom(parts: readonly (string | symbol)[]): string {
  const size = parts.findIndex((part) => typeof part === "symbol");
  return parts.slice(0, size < 0 ? parts.length : size).join("");
}

function runsIn(parts: readonly (string | symbol)[]): readonly string[] {
  return parts
    .map((part) => (typeof part === "symbol" ? "\0" : part))
    .join("")
    .split("\0");
}

function reversed(text: string): string {
  return [...text].toReversed().join("");
}

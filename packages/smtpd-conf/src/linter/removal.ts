import type { Line, Option } from "../parser/ast/nodes.ts";
import type { Token } from "../parser/lexer/token.ts";
import type { Fix } from "./diagnostic.ts";
import { isEditable } from "./place.ts";

/** A fix that takes an option, and the blanks before it, out of its statement; none where a macro wrote a part of it. */
export function removal(title: string, { tokens }: Line, option: Option, safe: boolean): Fix[] {
  const { source, start, end } = option;
  if (tokens[0]?.source !== source || tokens.at(-1)?.source !== source) return [];
  const first = firstFrom(tokens, start);
  const own = tokens.slice(first, firstFrom(tokens, end));
  const before = tokens[first - 1];
  if (before === undefined || ![before, ...own].every(isEditable)) return [];
  return [{ title, safe, edits: [{ span: { source, start: before.end, end }, text: "" }] }];
}

/** The index of the first token that starts at an offset or behind it. The tokens of a statement stand in order. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Line, Option } from "../parser/ast/nodes.ts";
import type { Fix } from "./diagnostic.ts";
import { isEditable } from "./place.ts";

/** A fix that takes an option, and the blanks before it, out of its statement; none where a macro wrote a part of it. */
export function removal(title: string, { tokens }: Line, option: Option, safe: boolean): Fix[] {
  const { source, start, end } = option;
  const first = tokens.findIndex((token) => token.source === source && token.start === start);
  const before = tokens[first - 1];
  const own = tokens.slice(first).filter((token) => token.source === source && token.end <= end);
  if (before === undefined || ![before, ...own].every(isEditable) || before.source !== source) return [];
  return [{ title, safe, edits: [{ span: { source, start: before.end, end }, text: "" }] }];
}

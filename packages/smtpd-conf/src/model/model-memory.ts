import type { Release } from "../language/releases.ts";
import type { Line } from "../parser/ast/nodes.ts";
import { sameEnds } from "../parser/same-ends.ts";
import { type LinePart, partsOf } from "./line-parts.ts";

/** What one version of a configuration leaves to the model of the next. */
export interface ModelMemory {
  /** What each statement says by itself. Of those that are what they were, it is the same as before. */
  readonly partsOf: (lines: readonly Line[], target: Release) => readonly (readonly LinePart[])[];
}

/** Opens a memory of nothing. */
export function openModelMemory(): ModelMemory {
  let lines: readonly Line[] = [];
  let parts: readonly (readonly LinePart[])[] = [];
  let target: Release | undefined;
  return {
    partsOf: (now, release) => {
      const placeBefore = release === target ? sameEnds(lines, now) : () => undefined;
      parts = now.map((line, index) => parts[placeBefore(index) ?? -1] ?? partsOf(line, release));
      lines = now.slice();
      target = release;
      return parts;
    },
  };
}

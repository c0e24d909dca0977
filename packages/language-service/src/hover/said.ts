import type { Block } from "../markdown.ts";

/** What is said of a place, and of which part of the text; offsets of the source. */
export interface Said {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

/** Blocks about a part of the text; undefined where there are none. */
export function sayOf({ start, end }: Pick<Said, "start" | "end">, blocks: readonly Block[]): Said | undefined {
  return blocks.length === 0 ? undefined : { start, end, blocks };
}

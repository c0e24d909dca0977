import type { Line } from "../parser/ast/nodes.ts";
import { sameEnds } from "../parser/same-ends.ts";
import type { TableAtUse } from "./table-at-use.ts";

/**
 * Remembers which checks have nothing to say of a statement, from one version of a file to the next: as long as the statement
 * is the same, and the check looked at nothing else, they need not be asked again.
 */
export interface Silence {
  readonly lines: SilenceOf<Line>;
  readonly tables: SilenceOf<TableAtUse>;
}

/** The same for things of one kind. */
export interface SilenceOf<Thing extends object> {
  /** Asks about all things, in order, in steps. What is left undone is as if nobody had begun. */
  readonly askAbout: (things: readonly Thing[], asking: Asking<Thing>) => Generator<void>;
}

/** How checks are asked. The numbers are those of their handlers. */
export interface Asking<Thing> {
  readonly ask: (thing: Thing, index: number, numbers: readonly number[]) => void;
  /** Gives the numbers of those that are to be asked of it again. */
  readonly askAll: (thing: Thing, index: number) => readonly number[];
}

/** So many things are asked about in one step. */
const thingsInStep = 100;

/** A memory for one list of checks with the same settings and target. */
export function openSilence(): Silence {
  return { lines: openSilenceOf(), tables: openSilenceOf() };
}

/** Remembers the last version only: what stands before all changes and behind them. */
function openSilenceOf<Thing extends object>(): SilenceOf<Thing> {
  let before: readonly Thing[] = [];
  let numbersBefore: readonly (readonly number[])[] = [];
  return {
    askAbout: function* (things, { ask, askAll }) {
      const numbers: (readonly number[])[] = [];
      const placeBefore = sameEnds(before, things);
      for (const [index, thing] of things.entries()) {
        const place = placeBefore(index);
        const known = place === undefined ? undefined : numbersBefore[place];
        numbers.push(known ?? askAll(thing, index));
        if (known !== undefined && known.length > 0) ask(thing, index, known);
        if (index % thingsInStep === thingsInStep - 1) yield;
      }
      before = things.slice();
      numbersBefore = numbers;
    },
  };
}

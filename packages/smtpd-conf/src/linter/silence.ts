import type { Line } from "../parser/ast/nodes.ts";
import type { CheckContext } from "./check.ts";
import { sameEnds } from "./same-ends.ts";
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
  /** Asks about all things, in order. */
  readonly askAbout: (things: readonly Thing[], asking: Asking<Thing>) => void;
}

/** How checks are asked. The numbers are those of their handlers. */
export interface Asking<Thing> {
  readonly ask: (thing: Thing, index: number, numbers: readonly number[]) => void;
  /** Gives the numbers of those that are to be asked of it again. */
  readonly askAll: (thing: Thing, index: number) => readonly number[];
}

/** A memory for one list of checks with the same settings and target. */
export function openSilence(): Silence {
  return { lines: openSilenceOf(), tables: openSilenceOf() };
}

/** Remembers the last version only: what stands before all changes and behind them. */
function openSilenceOf<Thing extends object>(): SilenceOf<Thing> {
  let before: readonly Thing[] = [];
  let numbersBefore: readonly (readonly number[])[] = [];
  return {
    askAbout: (things, { ask, askAll }) => {
      const numbers: (readonly number[])[] = [];
      const placeBefore = sameEnds(before, things);
      things.forEach((thing, index) => {
        const place = placeBefore(index);
        const known = place === undefined ? undefined : numbersBefore[place];
        numbers.push(known ?? askAll(thing, index));
        if (known !== undefined && known.length > 0) ask(thing, index, known);
      });
      before = things.slice();
      numbersBefore = numbers;
    },
  };
}

/** What a check has done since somebody looked last. */
export interface Conduct {
  /** It has reported something, or looked at more than what it was shown. */
  isOpen: boolean;
}

/** A context that takes note where a check looks at more than what it is shown. */
export function watchedContext(
  given: Omit<CheckContext, "report">,
  conduct: Conduct,
  report: CheckContext["report"],
): CheckContext {
  const open = <T>(value: T): T => {
    conduct.isOpen = true;
    return value;
  };
  return {
    get configuration() {
      return open(given.configuration);
    },
    get model() {
      return open(given.model);
    },
    get machine() {
      // Where none is known, that is a setting.
      return given.machine && open(given.machine);
    },
    get analysis() {
      return open(given.analysis);
    },
    target: given.target,
    report: (problem: Parameters<typeof report>[0]) => {
      conduct.isOpen = true;
      report(problem);
    },
  };
}

import type { Line } from "../parser/ast/nodes.ts";
import type { CheckContext } from "./check.ts";

/**
 * Remembers which checks have nothing to say of a statement, from one version of a file to the next: as long as the statement
 * is the same, and the check looked at nothing else, they need not be asked again.
 */
export interface Silence {
  /** The numbers of the handlers that are to be asked about a statement; undefined where all are. */
  readonly known: (line: Line) => readonly number[] | undefined;
  readonly remember: (line: Line, toAsk: readonly number[]) => void;
  /** Other things that a check has nothing to say of. */
  readonly about: (code: string) => WeakSet<object>;
}

/** A memory for one list of checks with the same settings and target. */
export function openSilence(): Silence {
  const kept = new WeakMap<Line, readonly number[]>();
  const things = new Map<string, WeakSet<object>>();
  return {
    known: (line) => kept.get(line),
    remember: (line, toAsk) => void kept.set(line, toAsk),
    about: (code) => {
      const silent = things.get(code) ?? new WeakSet();
      things.set(code, silent);
      return silent;
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
  silent: WeakSet<object>,
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
      return open(given.machine);
    },
    get analysis() {
      return open(given.analysis);
    },
    target: given.target,
    report: (problem: Parameters<typeof report>[0]) => {
      conduct.isOpen = true;
      report(problem);
    },
    unlessSilent: (thing, look) => {
      if (silent.has(thing)) return;
      conduct.isOpen = false;
      look();
      if (!conduct.isOpen) silent.add(thing);
    },
  };
}

import type { Check, CheckContext, Problem, Visitor } from "./check.ts";

/** What visitors are given, and where they report to, as long as one version of a file is looked at. */
export interface Turn {
  readonly given: Omit<CheckContext, "report">;
  readonly report: (check: Check, problem: Problem) => void;
}

/** What a check has done since somebody looked last. */
export interface Conduct {
  /** It has reported something, or looked at more than what it was shown. */
  isOpen: boolean;
}

/** A visitor, and what is seen of it. */
export interface Watched {
  readonly visitor: Visitor;
  /** What it does; absent where it is to be asked of every statement anew. */
  readonly conduct: Conduct | undefined;
}

/**
 * The visitors of checks with the same settings and target, from one version of a file to the next. Those that carry nothing
 * from one statement to another are made once, and watched.
 */
export interface WatchedVisitors {
  readonly begin: (turn: Turn) => void;
  readonly of: (check: Check) => Watched;
}

/** Opens a memory without any visitor. */
export function openWatchedVisitors(): WatchedVisitors {
  let turn: Turn | undefined;
  const kept = new Map<Check, Watched>();
  const others = new Set<Check>();
  const current = (): Turn => {
    if (turn === undefined) throw new Error("no turn was begun");
    return turn;
  };
  const watch = (check: Check): Watched | undefined => {
    const conduct: Conduct = { isOpen: false };
    const visitor = check.create(watchedContext(check, conduct, current));
    // Where it looks at the whole at once, or collects things, there is no use in watching it.
    if (conduct.isOpen || check.remembers || visitor.end !== undefined) return undefined;
    return { visitor, conduct };
  };
  const make = (check: Check): Watched => {
    const watched = others.has(check) ? undefined : watch(check);
    if (watched !== undefined) kept.set(check, watched);
    else others.add(check);
    return watched ?? { visitor: check.create(contextOf(check, current())), conduct: undefined };
  };
  return {
    begin: (next) => {
      turn = next;
    },
    of: (check) => kept.get(check) ?? make(check),
  };
}

/** What a visitor is given that nobody watches. */
export function contextOf(check: Check, { given, report }: Turn): CheckContext {
  return { ...given, report: (problem) => report(check, problem) };
}

/** A context of the turn that it then is, which takes note where a check looks at more than what it is shown. */
function watchedContext(check: Check, conduct: Conduct, current: () => Turn): CheckContext {
  const open = <T>(value: T): T => {
    conduct.isOpen = true;
    return value;
  };
  return {
    get configuration() {
      return open(current().given.configuration);
    },
    get model() {
      return open(current().given.model);
    },
    get machine() {
      // Where none is known, that is a setting.
      const { machine } = current().given;
      return machine && open(machine);
    },
    get analysis() {
      return open(current().given.analysis);
    },
    target: current().given.target,
    report: (problem) => {
      conduct.isOpen = true;
      current().report(check, problem);
    },
  };
}

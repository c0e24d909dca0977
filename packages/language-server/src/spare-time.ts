/** Has work done while nobody waits for an answer. */
export interface SpareTime {
  /** Takes note that an answer is on its way, which still has to be written out. */
  readonly answering: () => void;
  /** Does something as soon as messages were looked at and answers had time to leave. Gives what calls it off. */
  readonly soon: (act: () => void) => () => void;
  /** The same after so many milliseconds. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

/** Milliseconds that an answer takes from when it is known to when it is written. */
const courtesy = 1;

/** Milliseconds after which work is done whatever else is asked. */
const patience = 30;

export function openSpareTime(): SpareTime {
  let answered = Number.NEGATIVE_INFINITY;
  const after = (milliseconds: number, act: () => void): (() => void) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  };
  return {
    answering: () => {
      answered = performance.now();
    },
    soon: (act) => {
      const wanted = performance.now();
      let stop: () => void;
      const attempt = (): void => {
        const now = performance.now();
        if (now - answered < courtesy && now - wanted < patience) stop = after(courtesy, attempt);
        else act();
      };
      const next = setImmediate(attempt);
      stop = () => clearImmediate(next);
      return () => stop();
    },
    after,
  };
}

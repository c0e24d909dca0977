/** Work that can be done in steps, or all at once when somebody needs what comes of it. */
export interface InSteps<Result> {
  readonly result: () => Result;
  /** One step of what is left with each `next()`; more than one caller can take steps in turn. */
  readonly steps: () => Generator<void>;
  readonly isDone: () => boolean;
}

/** `begin` is called with the first step. What fails once fails again, whoever asks. */
export function inSteps<Result>(begin: () => Generator<void, Result>): InSteps<Result> {
  let work: Generator<void, Result> | undefined;
  let made: { readonly value: Result } | undefined;
  let failure: { readonly error: unknown } | undefined;
  const advance = (): void => {
    if (failure !== undefined) throw failure.error;
    try {
      work ??= begin();
      const step = work.next();
      if (step.done) made = { value: step.value };
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  return {
    result: () => {
      while (made === undefined) advance();
      return made.value;
    },
    steps: function* () {
      while (made === undefined) {
        advance();
        yield;
      }
    },
    isDone: () => made !== undefined,
  };
}

import type { Analysis, AnalysisPart } from "../analysis/analysis.ts";

/** An analysis that does nothing that takes long: who asks for that is interrupted, and has to ask again when it is done. */
export function waitingAnalysis(analysis: Analysis): Analysis {
  const when = <Result>(part: AnalysisPart, give: () => Result): Result => {
    if (!analysis.parts[part].isDone()) throw new Interruption(part);
    return give();
  };
  return {
    ...analysis,
    reach: () => when("reach", analysis.reach),
    relay: () => when("relay", analysis.relay),
    ownDomains: () => when("ownDomains", analysis.ownDomains),
    ownMail: () => when("reach", analysis.ownMail),
  };
}

class Interruption extends Error {
  readonly part: AnalysisPart;

  constructor(part: AnalysisPart) {
    super(`"${part}" is to be worked out first`);
    this.part = part;
  }
}

/** Does something that asks a waiting analysis, as often as it takes; what it waits for is done in steps in between. */
export function* whenDone<Result>(analysis: Analysis, work: () => Result): Generator<void, Result> {
  for (;;) {
    const part = attempt(work);
    if (part.kind === "done") return part.result;
    yield* analysis.parts[part.waitsFor].steps();
  }
}

type Attempt<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "interrupted"; readonly waitsFor: AnalysisPart };

function attempt<Result>(work: () => Result): Attempt<Result> {
  try {
    return { kind: "done", result: work() };
  } catch (error) {
    if (error instanceof Interruption) return { kind: "interrupted", waitsFor: error.part };
    throw error;
  }
}

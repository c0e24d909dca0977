import { inSteps } from "../analysis/in-steps.ts";
import type { Configuration } from "../parser/configuration.ts";
import { arrange } from "./arrange.ts";
import type { Check, CheckContext, Problem } from "./check.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { collectFindings, diagnosticFrom } from "./findings.ts";
import type { Silence } from "./silence.ts";
import { type Walker, walkConfiguration } from "./walk-configuration.ts";
import { contextOf, type Turn, type WatchedVisitors } from "./watched-visitors.ts";

/** What earlier versions of a file leave to a run of checks with the same settings and target. */
export interface KeptOfChecks {
  readonly visitors: WatchedVisitors;
  /** Of the same list of checks; absent where everything is to be asked about. */
  readonly silence?: Silence;
}

/** Runs checks over a configuration in one walk, unless one of them dismisses it as a whole. */
export function runChecks(list: readonly Check[], given: Omit<CheckContext, "report">): readonly Diagnostic[] {
  return inSteps(() => checkInSteps(list, given)).result();
}

/** The same in steps of well below a millisecond, most of the time. */
export function* checkInSteps(
  list: readonly Check[],
  given: Omit<CheckContext, "report">,
  kept?: KeptOfChecks,
): Generator<void, readonly Diagnostic[]> {
  const dismissal = dismissalOf(list, given.configuration);
  return dismissal === undefined ? yield* showTo(list, given, given, kept) : [dismissal];
}

/** Shows checks a configuration, or only these statements of one, and gives what they report. */
export function* showTo(
  list: readonly Check[],
  { configuration, model }: Pick<CheckContext, "configuration" | "model">,
  given: Omit<CheckContext, "report">,
  kept?: KeptOfChecks,
): Generator<void, readonly Diagnostic[]> {
  const found = collectFindings();
  let refused = false;
  const report = (check: Check, problem: Problem) => {
    refused ||= check.kind === "check";
    found.add(check, problem);
  };
  const turn = { given, report };
  kept?.visitors.begin(turn);
  yield;
  const running = list.map((check) => runningOf(check, turn, kept?.visitors));
  yield* walkConfiguration(configuration, model, running, kept?.silence);
  explainFailures(configuration, running, report);
  for (const { visitor } of running) {
    if (visitor.end === undefined) continue;
    visitor.end(refused);
    yield;
  }
  return arrange(found.list());
}

interface Running extends Walker {
  readonly check: Check;
}

function runningOf(check: Check, turn: Turn, visitors: WatchedVisitors | undefined): Running {
  const { concerns } = check;
  if (visitors !== undefined) return { check, concerns, ...visitors.of(check) };
  return { check, concerns, visitor: check.create(contextOf(check, turn)), conduct: undefined };
}

/** The finding of a check that dismisses the configuration as a whole. */
export function dismissalOf(list: readonly Check[], configuration: Configuration): Diagnostic | undefined {
  for (const check of list) {
    const problem = check.dismiss?.(configuration);
    if (problem !== undefined) return diagnosticFrom(check, problem);
  }
  return undefined;
}

function explainFailures({ syntaxFailures }: Configuration, running: readonly Running[], report: Turn["report"]): void {
  const explaining = running
    .filter(({ visitor }) => visitor.explain !== undefined)
    .sort((a, b) => (a.check.precedence ?? 50) - (b.check.precedence ?? 50));
  for (const failure of syntaxFailures) {
    if (failure.lexical) continue;
    for (const { check, visitor } of explaining) {
      const problem = visitor.explain?.(failure);
      if (problem === undefined) continue;
      report(check, problem);
      break;
    }
  }
}

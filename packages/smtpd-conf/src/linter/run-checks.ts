import type { Configuration } from "../parser/configuration.ts";
import { arrange } from "./arrange.ts";
import type { Check, CheckContext, Problem } from "./check.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { collectFindings, diagnosticFrom } from "./findings.ts";
import { type Conduct, type Silence, watchedContext } from "./silence.ts";
import { type Walker, walkConfiguration } from "./walk-configuration.ts";

/**
 * Runs checks over a configuration in one walk, unless one of them dismisses it as a whole. `silence` is that of earlier
 * versions of the file, of the same checks.
 */
export function runChecks(
  list: readonly Check[],
  given: Omit<CheckContext, "report">,
  silence?: Silence,
): readonly Diagnostic[] {
  const dismissal = dismissalOf(list, given.configuration);
  if (dismissal !== undefined) return [dismissal];
  const found = collectFindings();
  let refused = false;
  const running = list.map((check) => {
    const report = (problem: Problem) => {
      refused ||= check.kind === "check";
      found.add(check, problem);
    };
    return silence === undefined ? begin(check, { ...given, report }) : beginWatched(check, given, report, silence);
  });
  walkConfiguration(given.configuration, given.model, running, silence);
  explainFailures(given.configuration, running);
  for (const { visitor } of running) visitor.end?.(refused);
  return arrange(found.list());
}

function begin(check: Check, context: CheckContext): Running {
  return { check, report: context.report, visitor: check.create(context), conduct: undefined };
}

/** Begins to watch a check, unless there is no use in it. */
function beginWatched(
  check: Check,
  given: Omit<CheckContext, "report">,
  report: Running["report"],
  silence: Silence,
): Running {
  const conduct: Conduct = { isOpen: false };
  const visitor = check.create(watchedContext(given, conduct, report, silence.about(check.code)));
  if (conduct.isOpen || check.remembers) return begin(check, { ...given, report });
  return { check, report, visitor, conduct: visitor.end === undefined ? conduct : undefined };
}

function dismissalOf(list: readonly Check[], configuration: Configuration): Diagnostic | undefined {
  for (const check of list) {
    const problem = check.dismiss?.(configuration);
    if (problem !== undefined) return diagnosticFrom(check, problem);
  }
  return undefined;
}

interface Running extends Walker {
  readonly check: Check;
  readonly report: (problem: Problem) => void;
}

function explainFailures(configuration: Configuration, running: readonly Running[]): void {
  const explaining = running
    .filter(({ visitor }) => visitor.explain !== undefined)
    .sort((a, b) => (a.check.precedence ?? 50) - (b.check.precedence ?? 50));
  for (const failure of configuration.syntaxFailures) {
    if (failure.lexical) continue;
    for (const { visitor, report } of explaining) {
      const problem = visitor.explain?.(failure);
      if (problem === undefined) continue;
      report(problem);
      break;
    }
  }
}

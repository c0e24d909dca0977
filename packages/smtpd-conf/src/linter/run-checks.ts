import type { Configuration } from "../parser/configuration.ts";
import { arrange } from "./arrange.ts";
import type { Check, CheckContext, Problem, Visitor } from "./check.ts";
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
  const begun = list.map((check) => {
    const report = (problem: Problem) => {
      refused ||= check.kind === "check";
      found.add(check, problem);
    };
    return silence === undefined ? begin(check, { ...given, report }) : beginWatched(check, given, report);
  });
  walkConfiguration(given.configuration, given.model, begun, silence);
  explainFailures(given.configuration, begun);
  for (const { visitor } of begun) visitor.end?.(refused);
  return arrange(found.list());
}

function begin(check: Check, context: CheckContext): Running {
  return running(check, context.report, check.create(context));
}

/** Begins to watch a check, unless there is no use in it. */
function beginWatched(check: Check, given: Omit<CheckContext, "report">, report: Running["report"]): Running {
  const conduct: Conduct = { isOpen: false };
  const visitor = check.create(watchedContext(given, conduct, report));
  if (conduct.isOpen) return begin(check, { ...given, report });
  return running(check, report, visitor, visitor.end === undefined && !check.remembers ? conduct : undefined);
}

function running(check: Check, report: Running["report"], visitor: Visitor, conduct?: Conduct): Running {
  return { check, report, visitor, conduct, concerns: check.concerns };
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

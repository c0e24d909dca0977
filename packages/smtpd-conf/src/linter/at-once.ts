import { inSteps } from "../analysis/in-steps.ts";
import type { Source } from "../parser/source.ts";
import { arrange } from "./arrange.ts";
import { type ChangedPart, changedPart, touches } from "./changed-part.ts";
import type { Check } from "./check.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LintResult } from "./lint-result.ts";
import { isUnreadable, type LintGiven } from "./lint-stages.ts";
import { type MoveSpan, moveAlong, movedFinding } from "./moved-findings.ts";
import { rules as allRules } from "./rules.ts";
import { dismissalOf, runChecks, showTo } from "./run-checks.ts";
import { suppress } from "./suppressions/suppression-stage.ts";
import type { ToldFindings } from "./told-findings.ts";
import type { WatchedVisitors } from "./watched-visitors.ts";

/** What is known of a text before all of it was looked at again. */
export type KnownFindings = Pick<LintResult, "verdict" | "diagnostics">;

/**
 * What can be said at once after a change: what is wrong with the statements that are not what they were, as far as they
 * show it themselves, and the rest of what was told, moved along and without fixes. Undefined where that is no use, since
 * too much has changed. `asked` are the checks that `showsAtOnce`.
 */
export function findAtOnce(
  told: ToldFindings,
  given: LintGiven,
  asked: readonly Check[],
  visitors: WatchedVisitors,
): KnownFindings | undefined {
  const { configuration } = given;
  const changed = changedPart(told, given);
  if (changed === undefined || isForMany(told.diagnostics)) return undefined;
  if (dismissalOf(checks, configuration) !== undefined) return undefined;
  // Of a model of its own, visitors know nothing yet: what they may do for one is left for when all is looked at.
  const own = { ...given, model: { ...given.model } };
  const fresh = inSteps(() => showTo(asked, partOf(own, changed), own, { visitors })).result();
  if (isForMany(fresh)) return undefined;
  const old = movedAlong(told, changed, configuration.sources[0] as Source, asked);
  const diagnostics = arrange([...old, ...withoutSilenced(fresh, given)]);
  const refused = isUnreadable(configuration) || diagnostics.some(({ kind }) => kind === "check");
  return { verdict: refused ? "rejected" : "accepted", diagnostics };
}

/** What was told where it stands now, but for what was asked anew. */
function movedAlong(
  { diagnostics }: ToldFindings,
  changed: ChangedPart,
  source: Source,
  asked: readonly Check[],
): readonly Diagnostic[] {
  const codes = new Set(asked.map(({ code }) => code));
  const along = moveAlong(changed.ranges, source);
  const move: MoveSpan = (span) => (span.source === source ? along(span) : span);
  return diagnostics.flatMap((finding) => {
    if (finding.span.source !== source) return finding;
    const now = movedFinding(finding, move);
    return now === undefined || (codes.has(now.code) && touches(now.span, changed)) ? [] : now;
  });
}

/**
 * Whether a check needs to be shown no more than a statement. Of tables it is shown how they are used elsewhere; those that
 * do nothing but say why a line is refused are asked one after the other, and none can be left out.
 */
export function showsAtOnce(check: Check, visitors: WatchedVisitors): boolean {
  const { visitor, conduct } = visitors.of(check);
  const kinds = Object.keys(visitor);
  if (kinds.every((kind) => kind === "explain")) return kinds.length > 0;
  return conduct !== undefined && visitor.TableUse === undefined && visitor.Definition === undefined;
}

/** Whether one of the findings is that of a check which says once for all lines why they are refused. */
function isForMany(found: readonly Diagnostic[]): boolean {
  return found.some(({ code }) => explainingMany.has(code));
}

const explainingMany: ReadonlySet<string> = new Set(
  checks.filter(({ remembers, precedence }) => remembers && precedence !== undefined).map(({ code }) => code),
);

/** The configuration and the model as if they had no more than the statements that have changed. */
function partOf({ configuration, model }: LintGiven, part: ChangedPart): Pick<LintGiven, "configuration" | "model"> {
  const statements = new Set<object>(part.statements);
  const isPart = (line: object) => statements.has(line);
  return {
    configuration: {
      ...configuration,
      lines: part.statements,
      syntaxFailures: configuration.syntaxFailures.filter(({ line }) => isPart(line)),
      newerStatements: configuration.newerStatements.filter(({ statement }) => isPart(statement)),
      inclusions: configuration.inclusions.filter(({ statement }) => isPart(statement)),
      lexicalErrors: configuration.lexicalErrors.filter(({ span }) => touches(span, part)),
    },
    model: { ...model, definitions: [], references: model.references.filter(({ line }) => isPart(line)) },
  };
}

/** Without what comments in the text silence. */
function withoutSilenced(found: readonly Diagnostic[], given: LintGiven): readonly Diagnostic[] {
  const refusals = found.filter(({ kind }) => kind === "check");
  const advice = found.filter(({ kind }) => kind === "lint");
  if (advice.length === 0) return found;
  const asked = { found: advice, ran: [], all: allRules, checks, input: given, run: runChecks };
  return [...refusals, ...suppress(asked).advice];
}

import { isAvailable } from "../../language/releases.ts";
import type { Check, Problem } from "../check.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { diagnosticFrom } from "../findings.ts";
import type { Rule } from "../rule.ts";
import type { SuppressedDiagnostic, Suppression } from "./suppression.ts";
import { suppressionComments } from "./suppression-comments.ts";
import { indexSuppressions, type SuppressionIndex } from "./suppression-index.ts";
import { type KnownCodes, suppressionProblems } from "./suppression-problems.ts";
import { suppressionRanges } from "./suppression-ranges.ts";
import { unusedSuppressions } from "./suppression-unused.ts";
import { findingsElsewhere, type RunInput, type RunRules } from "./suppression-use.ts";

/** What rules found, and what is needed to tell which comments are of use. */
export interface Advice {
  readonly found: readonly Diagnostic[];
  /** The rules that ran, and all that there are. */
  readonly ran: readonly Rule[];
  readonly all: readonly Rule[];
  readonly checks: readonly Check[];
  readonly input: RunInput;
  readonly run: RunRules;
}

/** What is left of the findings of rules, and what comments silence. */
export interface SuppressionResult {
  /** Also the findings about the comments; not sorted. */
  readonly advice: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedDiagnostic[];
}

/** Takes out what comments in the configuration silence, and adds what is to be said of these comments. */
export function suppress(advice: Advice): SuppressionResult {
  const comments = suppressionComments(advice.input.configuration);
  if (comments.length === 0) return { advice: advice.found, suppressed: [] };
  const ranges = suppressionRanges(advice.input.configuration, comments);
  const silencing = indexSuppressions(ranges.suppressions);
  const report = reporterOf(advice.ran);
  const invalid = report("invalid-suppression", () => suppressionProblems(comments, ranges, knownCodes(advice)));
  const first = divide([...advice.found, ...invalid], silencing);
  const unused = report("unused-suppression", () => unusedIn(advice, ranges.suppressions, silencing, first.used));
  const second = divide(unused, silencing);
  return { advice: [...first.shown, ...second.shown], suppressed: [...first.suppressed, ...second.suppressed] };
}

function knownCodes({ all, checks }: Advice): KnownCodes {
  const codesOf = (list: readonly Check[]) => new Set(list.map(({ code }) => code));
  return { rules: codesOf(all), checks: codesOf(checks) };
}

/** Makes findings of problems, where the rule that they are for ran. */
function reporterOf(ran: readonly Rule[]): (code: string, find: () => readonly Problem[]) => readonly Diagnostic[] {
  return (code, find) => {
    const rule = ran.find((one) => one.code === code);
    return rule === undefined ? [] : find().map((problem) => diagnosticFrom(rule, problem));
  };
}

function unusedIn(
  { ran, all, input, run }: Advice,
  suppressions: readonly Suppression[],
  silencing: SuppressionIndex,
  used: ReadonlySet<Suppression>,
): readonly Problem[] {
  const byCode = new Map(ran.map((rule) => [rule.code, rule] as const));
  const recommended = all.filter((rule) => rule.recommended && isAvailable(rule, input.target));
  return unusedSuppressions({
    suppressions,
    silencing,
    used,
    ruleThatRan: (code) => byCode.get(code),
    allRan: recommended.every(({ code }) => byCode.has(code)),
    findingsElsewhere: (rule) => findingsElsewhere(rule, input, run),
  });
}

interface Division {
  readonly shown: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** All that silence something, the others of a finding that several silence included. */
  readonly used: ReadonlySet<Suppression>;
}

/** Tells the findings that are silenced from the others. */
function divide(found: readonly Diagnostic[], silencing: SuppressionIndex): Division {
  const shown: Diagnostic[] = [];
  const suppressed: SuppressedDiagnostic[] = [];
  const used = new Set<Suppression>();
  for (const diagnostic of found) {
    const all = silencing(diagnostic);
    const [suppression] = all;
    for (const one of all) used.add(one);
    if (suppression === undefined) shown.push(diagnostic);
    else suppressed.push({ diagnostic, suppression });
  }
  return { shown, suppressed, used };
}

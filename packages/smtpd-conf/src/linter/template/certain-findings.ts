import type { Span } from "../../parser/source.ts";
import { firstIndex } from "../../parser/template/sorted-ranges.ts";
import type { Hole, Range } from "../../parser/template/template.ts";
import { checks } from "../checks.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { rules } from "../rules.ts";
import { type DoubtfulWord, doubtfulWords } from "./doubtful-words.ts";
import { openRanges, type Trials } from "./run-trials.ts";
import { failsBeforeHoles, type TriedStatement, touch } from "./statements.ts";
import type { Bench, Trial } from "./trial.ts";
import { type UnknownParts, unknownParts } from "./unknown-parts.ts";

/** Findings about how statements play together. */
const aboutConfiguration = new Set(rules.filter(({ scope }) => scope === "configuration").map(({ code }) => code));

/** What smtpd misses: statements that are not shown can have it. */
const missing = new Set(["incomplete-pki", "no-rules", "srs-without-key", "tls-without-pki", "undefined-macro"]);

/** Matters of the text as a whole, and of findings that are left out here. */
const neverCertain = new Set(["consistent-quoting", "directive-grouping", "unused-suppression"]);

/** What is said once of a text, at the first place that it is true of. */
const saidOnce = new Set(["crlf-line-endings", ...checks.flatMap(({ code, dismiss }) => (dismiss ? [code] : []))]);

interface Evidence extends Trials {
  readonly holes: readonly Hole[];
  readonly source: Bench["source"];
  readonly open: readonly Range[];
  readonly unknown: UnknownParts;
  readonly doubtful: readonly DoubtfulWord[];
}

/** The findings that are true whatever the template is filled in with, as far as trials and reasons tell. */
export function certainFindings(bench: Bench, trials: Trials): Diagnostic[] {
  const all = [...trials.rough, ...trials.fitting];
  const { source, template } = bench;
  const unknown = unknownParts(all, bench);
  const doubtful = doubtfulWords(all, source, unknown);
  const evidence = { ...trials, source, holes: template.holes, open: openRanges(all), unknown, doubtful };
  const found = new Map(all.flatMap((trial) => [...trial.found]));
  const certain = [...found].flatMap(([identity, diagnostic]) => {
    if (!isCertain(identity, diagnostic, evidence)) return [];
    const instances = all.flatMap((trial) => trial.found.get(identity) ?? []);
    return [agreed(diagnostic, instances, evidence)];
  });
  const inOrder = certain.sort((a, b) => placeIn(a.span) - placeIn(b.span));
  return inOrder.filter(({ code }, index) => {
    return !saidOnce.has(code) || inOrder.findIndex((other) => other.code === code) === index;
  });
}

/** The offset in the template of a place, or of the `include` that leads to it. */
function placeIn(span: Span): number {
  let place = span;
  while (place.source.includedBy !== undefined) place = place.source.includedBy;
  return place.start;
}

function isCertain(identity: string, diagnostic: Diagnostic, evidence: Evidence): boolean {
  const { code, span } = diagnostic;
  if (neverCertain.has(code) || hasHole(span, evidence) || hasReasonInHole(diagnostic, evidence)) return false;
  const global = aboutConfiguration.has(code);
  if (global && (evidence.unknown.statements || !evidence.complete)) return false;
  if (dependsOnUnknownNames(diagnostic, evidence)) return false;
  const trials = global ? evidence.fitting : [...evidence.rough, ...evidence.fitting];
  const answers = trials.map((trial) => {
    const answer = answerOf(identity, diagnostic, trial, evidence);
    // Without all statements it proves nothing that there is such a finding, only that there is none.
    return global && answer === "found" && trial.result.verdict === "rejected" ? "unclear" : answer;
  });
  return !answers.includes("missing") && answers.includes("found");
}

/** Whether a finding points at a hole as well. For what all statements do together, it does not matter where they listen. */
function hasReasonInHole({ code, related }: Diagnostic, evidence: Evidence): boolean {
  return related.some(({ span }) => {
    if (!hasHole(span, evidence)) return false;
    const kinds = evidence.fitting.map((trial) => statementAt(span.start, trial)?.line.kind);
    return !aboutConfiguration.has(code) || !kinds.includes("ListenDirective");
  });
}

function hasHole({ source, start, end }: Span, evidence: Evidence): boolean {
  if (source !== evidence.source) return false;
  return evidence.holes.some((hole) => hole.kind !== "comment" && touch(hole, { start, end }));
}

function dependsOnUnknownNames({ code, kind, span }: Diagnostic, { unknown, doubtful }: Evidence): boolean {
  if (unknown.statements && missing.has(code)) return true;
  const concerned: Readonly<Record<DoubtfulWord["concerns"], boolean>> = {
    checks: kind === "check",
    rules: kind === "lint",
    missing: missing.has(code),
    configuration: aboutConfiguration.has(code),
  };
  return doubtful.some(
    (word) => concerned[word.concerns] && word.source.path === span.source.path && touch(word, span),
  );
}

type Answer = "found" | "missing" | "unclear";

function answerOf(identity: string, diagnostic: Diagnostic, trial: Trial, evidence: Evidence): Answer {
  const { span, kind } = diagnostic;
  const inTemplate = span.source === evidence.source;
  const found = trial.found.has(identity);
  if (!inTemplate) {
    const isRead = trial.result.configuration.sources.some(({ path }) => path === span.source.path);
    return found ? "found" : isRead || span.source.kind === "definition" ? "missing" : "unclear";
  }
  if (!trial.rendering.has(span.start)) return "unclear";
  if (saidOnce.has(diagnostic.code)) {
    const isSaid = trial.result.diagnostics.some(({ code }) => code === diagnostic.code);
    return found ? "found" : isSaid ? "unclear" : "missing";
  }
  const isOpen = evidence.open.some((range) => touch(range, span));
  if (!isOpen) return found ? "found" : "missing";
  const statement = statementAt(span.start, trial);
  if (statement?.failure === undefined) {
    if (!found || (kind === "lint" && statement !== undefined && hasPartialWord(statement, trial))) return "missing";
    return statement !== undefined && leavesOut(statement) ? "unclear" : "found";
  }
  if (!found) return hidesFindings(identity, diagnostic, statement, trial, evidence) ? "unclear" : "missing";
  return kind === "check" && failsBeforeHoles(statement) ? "found" : "unclear";
}

function statementAt(offset: number, { statements }: Trial): TriedStatement | undefined {
  const index = firstIndex(statements, ({ inTemplate }) => inTemplate !== undefined && offset <= inTemplate.end);
  const statement = statements[index];
  return (statement?.inTemplate?.start ?? Number.POSITIVE_INFINITY) <= offset ? statement : undefined;
}

/** Whether a finding can be true of a statement all the same, where the grammar refuses it with what stands for its holes. */
function hidesFindings(
  identity: string,
  diagnostic: Diagnostic,
  statement: TriedStatement,
  trial: Trial,
  { rough, fitting }: Evidence,
): boolean {
  if (failsBeforeHoles(statement) || isSaidAnyway(diagnostic, statement, trial)) return false;
  // Where the finding was made, the statement has to begin at the same place.
  return [...rough, ...fitting]
    .filter(({ found }) => found.has(identity))
    .every((other) => statementAt(diagnostic.span.start, other)?.inTemplate?.start === statement.inTemplate?.start);
}

/** Of a statement that the grammar refuses, names are looked up that stand before its mistake, and all macros. */
function isSaidAnyway({ code, span }: Diagnostic, { failure, seams }: TriedStatement, { rendering }: Trial): boolean {
  if (code === "undefined-macro") return true;
  const place = failure?.token ?? failure?.end;
  if (place === undefined || !code.startsWith("undefined-")) return false;
  const inHole = seams.find((seam) => touch(seam, place))?.hole;
  const start = rendering.rangeInTemplate(place)?.start ?? inHole?.start;
  return start === undefined || span.start < start;
}

/** Whether a value is a part of a word: nobody knows what the rest makes of it. */
function hasPartialWord({ seams }: TriedStatement, { rendering: { text } }: Trial): boolean {
  const isWordPart = (sign: string) => /[^\s"'<>{},=!]/.test(sign);
  return seams.some(({ hole, start, end }) => {
    return hole.kind === "value" && (isWordPart(text.charAt(start - 1)) || isWordPart(text.charAt(end)));
  });
}

/** Whether nothing stands for a value: with one, the statement may be another. */
function leavesOut({ seams }: TriedStatement): boolean {
  return seams.some(({ hole, start, end }) => hole.kind === "value" && start === end);
}

/** A finding with what all trials agree on. */
function agreed(diagnostic: Diagnostic, instances: readonly Diagnostic[], evidence: Evidence): Diagnostic {
  const help = instances.every((one) => one.help === diagnostic.help) ? diagnostic.help : undefined;
  const fixes = diagnostic.fixes.filter((fix, index) => {
    const whole = fix.edits.every((edit) => !touchesHole(edit.span, evidence));
    return whole && instances.every((one) => JSON.stringify(plain(one.fixes[index])) === JSON.stringify(plain(fix)));
  });
  const related = diagnostic.related.filter(({ span }) => !hasHole(span, evidence));
  return { ...diagnostic, help, related, fixes };
}

function touchesHole({ source, start, end }: Span, { holes, source: template }: Evidence): boolean {
  return source === template && holes.some((hole) => touch(hole, { start, end }));
}

function plain(fix: Diagnostic["fixes"][number] | undefined): unknown {
  return fix && [fix.title, fix.edits.map(({ span, text }) => [span.start, span.end, text])];
}

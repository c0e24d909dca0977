import { showsAtOnce } from "../../packages/smtpd-conf/src/linter/at-once.ts";
import { checks } from "../../packages/smtpd-conf/src/linter/checks.ts";
import type { Diagnostic } from "../../packages/smtpd-conf/src/linter/diagnostic.ts";
import { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import type { LintInput, LintResult } from "../../packages/smtpd-conf/src/linter/lint-result.ts";
import {
  type LintReading,
  type LintRun,
  type LintSession,
  openLintSession,
} from "../../packages/smtpd-conf/src/linter/lint-session.ts";
import { presetNames } from "../../packages/smtpd-conf/src/linter/presets.ts";
import { rules } from "../../packages/smtpd-conf/src/linter/rules.ts";
import { openWatchedVisitors } from "../../packages/smtpd-conf/src/linter/watched-visitors.ts";
import { forEachLineOf } from "../../packages/smtpd-conf/src/model/table-file.ts";
import type { TableFiles } from "../../packages/smtpd-conf/src/model/table-files.ts";
import type { Span } from "../../packages/smtpd-conf/src/parser/source.ts";
import { changedRanges, type TextChange } from "../../packages/smtpd-conf/src/parser/update/text-change.ts";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { chance, createRandom, integer, pick, type Random, seedOf } from "../conformance/random.ts";
import { applyChanges, inverseChanges, makeChanges } from "./random-changes.ts";
import { changeFile, type Files, inputFor, makeFiles, makeText } from "./random-input.ts";
import { makeWholeChange } from "./whole-changes.ts";

const editsPerText = 20;

/** What came of many edits. */
export interface EditedCount {
  edits: number;
  /** Those after which smtpd takes the configuration. */
  accepted: number;
  findings: number;
}

/** Lints texts again after each of many edits, and gives the first difference to what `lint` says. */
export function lintEdits(
  edits: number,
  seed: number,
  first = 0,
): { readonly count: EditedCount; readonly problem?: string } {
  const count: EditedCount = { edits: 0, accepted: 0, findings: 0 };
  for (let index = first; count.edits < edits; index++) {
    const problem = editText(createRandom(seedOf(seed, index)), count);
    if (problem !== undefined) return { count, problem: `seed ${seed}, text ${index}: ${problem}` };
  }
  return { count };
}

function editText(random: Random, count: EditedCount): string | undefined {
  const files = makeFiles(random);
  const tableFiles = openTableFiles();
  let input = firstInput(random, files, tableFiles);
  const session = openLintSession();
  let changes: readonly TextChange[] | undefined;
  let undo: readonly TextChange[] = [];
  for (let number = 0; number < editsPerText; number++) {
    const before = count.accepted;
    const problem = compare(session, input, changes, random, count);
    if (problem !== undefined) return `${problem}\nafter ${JSON.stringify(changes)}\nin ${JSON.stringify(input)}`;
    const accepted = count.accepted > before;
    changes = nextChanges(random, input.text, undo, accepted ? 0.15 : 0.9);
    undo = inverseChanges(input.text, changes);
    input = { ...input, text: applyChanges(input.text, changes) };
    if (chance(random, 0.02)) changeFile(random, files);
    if (chance(random, 0.1)) tableFiles.contents = pick(random, contentsOfTables);
    if (chance(random, 0.02)) input = { ...input, rules: { preset: pick(random, presetNames) } };
    if (chance(random, 0.03)) changes = undefined;
  }
  return undefined;
}

function firstInput(random: Random, files: Files, tableFiles: TableFiles): LintInput {
  const varied = chance(random, 0.8);
  const text = varied
    ? makeVariedConfiguration(integer(random, 30, 90), integer(random, 0, 1_000_000))
    : makeText(random);
  const rules = { preset: chance(random, 0.7) ? ("all" as const) : pick(random, presetNames) };
  const known = { rules, tableFiles: chance(random, 0.3) ? tableFiles : undefined };
  return varied && chance(random, 0.7)
    ? { path: "smtpd.conf", text, ...known }
    : { ...inputFor(random, text, files), ...known };
}

/** Files of tables that somebody else edits now and then. */
interface EditedTableFiles extends TableFiles {
  contents: string;
}

const contentsOfTables = [
  "words.example\n",
  "label user:password\n",
  "dbpath /var/mail.db\nquery_alias SELECT 1\n",
  "",
];

function openTableFiles(): EditedTableFiles {
  const files: EditedTableFiles = {
    contents: contentsOfTables[0] as string,
    forEachLine: (_path, visit) => {
      forEachLineOf(files.contents, visit);
      return true;
    },
  };
  return files;
}

function nextChanges(
  random: Random,
  text: string,
  undo: readonly TextChange[],
  undoing: number,
): readonly TextChange[] {
  if (chance(random, undoing)) return undo;
  return chance(random, 0.15) ? makeChanges(random, text) : [makeWholeChange(random, text)];
}

/** Some runs are abandoned, as they are when somebody types on. */
function compare(
  session: LintSession,
  input: LintInput,
  changes: readonly TextChange[] | undefined,
  random: Random,
  count: EditedCount,
): string | undefined {
  const expected = lint(input);
  const run = session.update(input, changes);
  count.edits++;
  if (expected.verdict === "accepted") count.accepted++;
  // Nobody may ask what a version holds before the next one comes.
  if (chance(random, 0.1)) return undefined;
  const hasty = chance(random, 0.2) ? undefined : hastyProblem(run, expected, changes);
  if (hasty !== undefined) return `at once, ${hasty}`;
  const early = chance(random, 0.2) ? undefined : differenceOf(quickPart(run.first()), quickPart(expected));
  if (early !== undefined) return `soon, ${early}`;
  const steps = run.rest();
  if (chance(random, 0.2)) {
    for (let number = integer(random, 0, 8); number > 0; number--) steps.next();
    return undefined;
  }
  let step = steps.next();
  while (!step.done) step = steps.next();
  count.findings += expected.diagnostics.length;
  return differenceOf(wholeOf(step.value), wholeOf(expected));
}

/** What is said at once has its places, and what statements show themselves is right where the text has changed. */
function hastyProblem(
  { atOnce, reading }: LintRun,
  expected: LintResult,
  changes: readonly TextChange[] | undefined,
): string | undefined {
  const known = atOnce()?.diagnostics;
  if (known === undefined) return undefined;
  const lost = known.find(({ span }) => span.start > span.end || span.end > span.source.text.length);
  if (lost !== undefined) return `no place for ${textOfFinding(lost)}`;
  const [source] = reading.configuration.sources;
  const lines = source && changes && changedLines(source.text, changes);
  if (lines === undefined) return undefined;
  const codes = codesAtOnce(reading);
  const isMeant = ({ code, span }: Diagnostic) =>
    codes.has(code) &&
    span.source.path === source?.path &&
    lines.some(({ start, end }) => start < end && span.start <= end && start <= span.end);
  return differenceOf(known.filter(isMeant).map(wordsOf), expected.diagnostics.filter(isMeant).map(wordsOf));
}

/** The lines that changes leave something in. */
function changedLines(text: string, changes: readonly TextChange[]): readonly { start: number; end: number }[] {
  return changedRanges(changes).map(({ newStart, newEnd }) => {
    const start = newStart === 0 ? 0 : text.lastIndexOf("\n", newStart - 1) + 1;
    if (text[newEnd - 1] === "\n") return { start, end: newEnd - 1 };
    const end = text.indexOf("\n", newEnd);
    return { start, end: end < 0 ? text.length : end };
  });
}

/** What statements show themselves. */
function codesAtOnce(reading: LintReading): ReadonlySet<string> {
  const visitors = openWatchedVisitors();
  visitors.begin({ given: { ...reading, machine: undefined }, report: () => {} });
  const quick = rules.filter(({ scope }) => scope === "statement");
  return new Set([...checks, ...quick].filter((check) => showsAtOnce(check, visitors)).map(({ code }) => code));
}

function wordsOf({ code, message, help, span }: Diagnostic): string {
  return JSON.stringify([code, message, help, placeOf(span)]);
}

/** What smtpd refuses has to be complete soon. */
function quickPart({ verdict, diagnostics }: LintResult): readonly string[] {
  return [verdict, ...diagnostics.filter(({ kind }) => kind === "check").map(textOfFinding)];
}

function wholeOf({ verdict, diagnostics, suppressed }: LintResult): readonly string[] {
  const silenced = suppressed.map(({ diagnostic, suppression }) => {
    return `${textOfFinding(diagnostic)} silenced by ${placeOf(suppression.comment.span)}`;
  });
  return [verdict, ...diagnostics.map(textOfFinding), ...silenced];
}

function textOfFinding({ span, related, fixes, ...rest }: Diagnostic): string {
  return JSON.stringify([
    rest,
    placeOf(span),
    related.map((place) => [place.message, placeOf(place.span)]),
    fixes.map(({ title, safe, edits }) => [title, safe, edits.map((edit) => [edit.text, placeOf(edit.span)])]),
  ]);
}

function placeOf({ source, start, end }: Span): string {
  const { path, includedBy, part } = source;
  return `${path} ${start} ${end} ${part?.offset} ${source.text.length} ${includedBy && placeOf(includedBy)}`;
}

function differenceOf(actual: readonly string[], expected: readonly string[]): string | undefined {
  const index = expected.findIndex((text, place) => text !== actual[place]);
  if (index >= 0) return `${index}: ${actual[index]}\ninstead of ${expected[index]}`;
  return actual.length > expected.length ? `too many: ${actual[expected.length]}` : undefined;
}

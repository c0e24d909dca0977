import type { BrokenStatement, IncludeDirective, PartialStatement, Statement } from "./ast/nodes.ts";
import { collectStatement } from "./collect-statement.ts";
import type { Configuration, Inclusion } from "./configuration.ts";
import { cutStringAt, looksUnterminated } from "./cut-strings.ts";
import { type Expected, expectedFrom, isRuledOut } from "./grammar/expected.ts";
import { sharedParser } from "./grammar/shared-parser.ts";
import { endOfStatement, type StatementParser } from "./grammar/statement-parser.ts";
import type { Token } from "./lexer/token.ts";
import { defineMacro, hasMacroNameBlank, macroFrom } from "./macros/macro-table.ts";
import { readAsNewest } from "./newer-words.ts";
import { once } from "./once.ts";
import type { ParseInput } from "./parse-input.ts";
import { beginReading, finishReading, mostInclusions, type Reading, restingPosition } from "./reading.ts";
import { endOf, type Source, type Span } from "./source.ts";
import { leaveTrail } from "./update/reading-trail.ts";

/**
 * Reads a configuration and its includes as the smtpd of the target release does. Never throws for what the text says:
 * what is wrong is in the lists of errors, what could be read is in `lines`.
 */
export function parseConfiguration(input: ParseInput): Configuration {
  const reading = beginReading(input);
  do {
    const position = restingPosition(reading);
    if (position !== undefined) reading.restingPoints.push(position);
  } while (readNext(reading));
  const configuration = finishReading(reading);
  leaveTrail(configuration, input, reading);
  return configuration;
}

/** Reads up to the end of the next logical line, which may be an empty one. False where there is none. */
export function readNext(reading: Reading): boolean {
  reading.scanner.beginStatement();
  const tokens = collectStatement(reading);
  if (tokens === undefined) return false;
  if (tokens.length > 0) readStatement(reading, tokens);
  return true;
}

function readStatement(reading: Reading, tokens: Token[]): void {
  const parser = sharedParser();
  const { statement, failedAt } = parser.parse(tokens);
  if (statement !== undefined) return accept(reading, statement, tokens);
  const culprit = tokens.find(looksUnterminated);
  if (culprit !== undefined && cutStringAt(reading, tokens, culprit)) {
    const rest = collectStatement(reading, tokens);
    if (rest !== undefined) readStatement(reading, rest);
  } else refuse(reading, parser.draft ?? draftBehindMark(parser, tokens), tokens, failedAt);
}

/** What stands behind characters that nothing can begin with, such as a byte order mark, so that its names are not missed. */
function draftBehindMark(parser: StatementParser, tokens: readonly Token[]): PartialStatement | undefined {
  const start = tokens.findIndex(({ kind }) => kind !== "Illegal");
  if (start < 1) return undefined;
  parser.parse(tokens.slice(start));
  return parser.draft;
}

function accept(reading: Reading, statement: Statement, tokens: readonly Token[]): void {
  const complete = place(statement, tokens) as Statement;
  reading.lines.push(complete);
  if (complete.kind === "MacroDefinition") define(reading, complete);
  else if (complete.kind === "IncludeDirective") include(reading, complete);
}

/** Gives a statement its range and tokens. */
function place(statement: object, tokens: readonly Token[]): object {
  const first = tokens[0] as Token;
  const end = endOf(
    first,
    tokens.at(-1)?.kind === "Newline" ? tokens.filter(({ kind }) => kind !== "Newline") : tokens,
  );
  return Object.assign(statement, { source: first.source, start: first.start, end, tokens: tokens.slice() });
}

/** `varset`: a name with white space behind its first character is refused and not defined. */
function define(reading: Reading, { name, value }: Extract<Statement, { kind: "MacroDefinition" }>): void {
  if (hasMacroNameBlank(name.value)) return;
  const macro = macroFrom(name.value, value);
  if (defineMacro(reading.macros, macro)) reading.definitions.push(macro);
}

function include(reading: Reading, statement: IncludeDirective): void {
  const path = statement.path.value;
  const open = reading.scanner.openSources();
  if (open.some((source) => source.path === path)) return failInclude(reading, statement, "cycle");
  if (reading.inclusions.length >= mostInclusions) return failInclude(reading, statement, "too-many");
  const content = reading.files.read(path);
  if (content.kind === "failed") return failInclude(reading, statement, content.reason);
  const source: Source = { kind: "file", path, text: content.text, encoding: content.encoding, includedBy: statement };
  reading.sources.push(source);
  reading.inclusions.push({ statement, failure: undefined });
  reading.scanner.enter(source);
}

function failInclude(reading: Reading, statement: IncludeDirective, failure: Inclusion["failure"]): void {
  reading.inclusions.push({ statement, failure });
}

function refuse(
  reading: Reading,
  partial: PartialStatement | undefined,
  tokens: readonly Token[],
  failedAt: number,
): void {
  const newer = readAsNewest(sharedParser(), reading.target, tokens);
  if (newer !== undefined) {
    accept(reading, newer.statement, newer.tokens);
    reading.newerStatements.push({ statement: newer.statement, keyword: newer.keyword });
    return;
  }
  const line = place({ kind: "BrokenStatement", partial }, tokens) as BrokenStatement;
  reading.lines.push(line);
  reading.syntaxFailures.push({
    line,
    index: failedAt,
    token: tokens[failedAt],
    end: endOfLine(reading),
    next: reading.pending,
    expected: once(() => expectedAt(line.tokens, failedAt)),
    lexical: tokens.some((token) => token.kind === "Missing"),
  });
}

/** Where a statement ended: at its newline, or at the end of the text. */
function endOfLine({ newline, scanner }: Reading): Span {
  if (newline !== undefined) return { source: newline.source, start: newline.start, end: newline.start };
  const source = scanner.openSources().at(-1) as Source;
  return { source, start: source.text.length, end: source.text.length };
}

/** What the grammar would have taken behind the first `count` tokens. */
function expectedAt(tokens: readonly Token[], count: number): Expected {
  const parser = sharedParser();
  const before = tokens.slice(0, count);
  const types = parser.nextTypes(before).filter((type) => type !== endOfStatement && !isRuledOut(type, before));
  return expectedFrom(types, parser.canEnd(before));
}

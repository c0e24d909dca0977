import { isKeyword, type KeywordName } from "../language/keywords.ts";
import { newestRelease, type Release } from "../language/releases.ts";
import { settings } from "../language/settings.ts";
import { statements } from "../language/statements.ts";
import type { BrokenStatement, IncludeDirective, Line, PartialStatement, Statement } from "./ast/nodes.ts";
import type { Configuration, Inclusion, NewerStatement, SyntaxFailure } from "./configuration.ts";
import { type FileReader, noFiles } from "./files.ts";
import { type Expected, expectedFrom } from "./grammar/expected.ts";
import { endOfStatement, StatementParser } from "./grammar/statement-parser.ts";
import { Scanner } from "./lexer/scanner.ts";
import { type Keyword, PlainToken, type Token } from "./lexer/token.ts";
import { IllegalType, keywordTable, StringType } from "./lexer/token-types.ts";
import { defineMacro, type MacroTable, macroFrom, macroFromDefinition } from "./macros/macro-table.ts";
import type { Source, Span } from "./source.ts";

/** What to read, and for which release. */
export interface ParseInput {
  readonly path: string;
  readonly text: string;
  /** `utf8` where absent. */
  readonly encoding?: "utf8" | "latin1" | undefined;
  /** The newest where absent. */
  readonly target?: Release | undefined;
  /** `name=value` as `smtpd -D` takes them. */
  readonly definitions?: readonly string[] | undefined;
  /** Where absent, every include is missing. */
  readonly files?: FileReader | undefined;
}

/** More includes than smtpd could have files open, or than anybody has. */
const mostInclusions = 1000;

/** The words that a statement can begin with: a line that starts with one of them inside braces shows that `}` is missing. */
const firstWords: ReadonlySet<string> = new Set([...statements, ...settings].map((info) => info.words[0]));

let sharedParser: StatementParser | undefined;

/** The one parser of this process: building it is the most of what a short file costs. */
function statementParser(): StatementParser {
  sharedParser ??= new StatementParser();
  return sharedParser;
}

/**
 * Reads a configuration and its includes as the smtpd of the target release does. Never throws for what the text says:
 * what is wrong is in the lists of errors, what could be read is in `lines`.
 */
export function parseConfiguration(input: ParseInput): Configuration {
  const reading = beginReading(input);
  for (;;) {
    const tokens = collectStatement(reading);
    if (tokens === undefined) break;
    if (tokens.length > 0) readStatement(reading, tokens);
  }
  return finishReading(reading);
}

/** Everything that changes while a configuration is read. */
interface Reading {
  readonly target: Release;
  readonly files: FileReader;
  readonly scanner: Scanner;
  readonly macros: MacroTable;
  readonly sources: Source[];
  readonly lines: Line[];
  readonly syntaxFailures: SyntaxFailure[];
  readonly newerStatements: NewerStatement[];
  readonly inclusions: Inclusion[];
  pending: Token | undefined;
  nulSeen: boolean;
}

function beginReading(input: ParseInput): Reading {
  const target = input.target ?? newestRelease;
  const source: Source = { kind: "file", path: input.path, text: input.text, encoding: input.encoding ?? "utf8" };
  const macros: MacroTable = new Map();
  for (const definition of input.definitions ?? []) {
    const macro = macroFromDefinition(definition);
    if (macro !== undefined) macros.set(macro.name, macro);
  }
  return {
    target,
    files: input.files ?? noFiles,
    scanner: new Scanner(source, target, macros),
    macros,
    sources: [source],
    lines: [],
    syntaxFailures: [],
    newerStatements: [],
    inclusions: [],
    pending: undefined,
    nulSeen: false,
  };
}

function finishReading(reading: Reading): Configuration {
  const { sources, lines, syntaxFailures, newerStatements, inclusions, macros, scanner } = reading;
  return {
    sources,
    lines,
    comments: scanner.comments,
    lexicalErrors: scanner.errors,
    syntaxFailures,
    newerStatements,
    inclusions,
    macros,
    stoppedAt: scanner.stoppedAt,
  };
}

/**
 * The tokens of the next logical line, without the newline that ends it: up to a newline outside braces. Undefined at the
 * end of the text. `include "path"` ends where its path does: what follows on the line is read after the file.
 */
function collectStatement(reading: Reading): Token[] | undefined {
  const { scanner } = reading;
  scanner.beginStatement();
  const tokens: Token[] = [];
  let braces = false;
  let token = reading.pending ?? scanner.next();
  reading.pending = undefined;
  while (token !== undefined) {
    if (token.kind === "Newline") {
      if (!braces) return tokens;
    } else if (braces && beginsLine(tokens, token)) {
      reading.pending = token;
      return withoutNewlines(tokens);
    } else if (token.kind === "Punctuation") {
      if (token.value === "{") braces = true;
      else if (token.value === "}") braces = false;
    }
    tokens.push(token);
    if (isMultiLineAccident(token, tokens) && cutAt(reading, tokens, token)) braces = hasOpenBrace(tokens);
    else if (tokens.length === 2 && isInclude(tokens)) return tokens;
    token = scanner.next();
  }
  return endOfText(reading, withoutNewlines(tokens));
}

function beginsLine(tokens: readonly Token[], token: Token): boolean {
  return token.kind === "Keyword" && tokens.at(-1)?.kind === "Newline" && firstWords.has(token.value);
}

function withoutNewlines(tokens: Token[]): Token[] {
  while (tokens.at(-1)?.kind === "Newline") tokens.pop();
  return tokens;
}

function isInclude(tokens: readonly Token[]): boolean {
  return tokens[0]?.kind === "Keyword" && tokens[0].value === "include" && tokens[1]?.kind === "String";
}

function hasOpenBrace(tokens: readonly Token[]): boolean {
  const last = tokens.findLast((token) => token.kind === "Punctuation" && (token.value === "{" || token.value === "}"));
  return last?.value === "{";
}

/** A NUL byte ends the text for smtpd; in the middle of a statement that is a mistake. */
function endOfText(reading: Reading, tokens: Token[]): Token[] | undefined {
  if (tokens.length === 0) return undefined;
  const nul = reading.scanner.stoppedAt;
  if (nul === undefined || reading.nulSeen) return tokens;
  reading.nulSeen = true;
  const { source, start, end } = nul;
  tokens.push(new PlainToken("Illegal", IllegalType.tokenTypeIdx ?? 0, "\0", source, start, end, false, undefined));
  return tokens;
}

/** A string that was never closed on its line, and swallowed other lines until the end of the text or its length limit. */
function isMultiLineAccident(token: Token, tokens: readonly Token[]): boolean {
  return token.kind === "Missing" && token.quoted && !isCut(token, tokens) && firstQuote(token).includes("\n");
}

function isCut(token: Token, _tokens: readonly Token[]): boolean {
  return !token.source.text.slice(token.start, token.end).includes("\n");
}

function firstQuote(token: Token): string {
  return token.source.text.slice(token.start, token.end);
}

/** Reads again from the opening quote of a token; drops it and what follows it from the list. */
function cutAt(reading: Reading, tokens: Token[], token: Token): boolean {
  if (!reading.scanner.cutString(token)) return false;
  tokens.length = tokens.indexOf(token);
  return true;
}

function readStatement(reading: Reading, tokens: Token[]): void {
  const parser = statementParser();
  const { statement, failedAt } = parser.parse(tokens);
  if (statement !== undefined) return accept(reading, statement, tokens);
  const culprit = tokens.find((token) => token.quoted && swallowsLines(token));
  if (culprit !== undefined && cutAt(reading, tokens, culprit)) return readOn(reading, tokens);
  refuse(reading, parser.draft, tokens, failedAt);
}

/** Collects the rest of a statement whose string was cut, and reads it. */
function readOn(reading: Reading, tokens: Token[]): void {
  const { scanner } = reading;
  reading.pending = undefined;
  let braces = hasOpenBrace(tokens);
  let token = scanner.next();
  while (token !== undefined && (token.kind !== "Newline" || braces)) {
    if (braces && beginsLine(tokens, token)) {
      reading.pending = token;
      break;
    }
    if (token.kind === "Punctuation" && (token.value === "{" || token.value === "}")) braces = token.value === "{";
    tokens.push(token);
    token = scanner.next();
  }
  readStatement(reading, withoutNewlines(tokens));
}

/**
 * Whether a string over several lines looks like one whose closing quote was forgotten: a statement begins in it, or its
 * end touches a word, so that it was another string's beginning.
 */
function swallowsLines(token: Token): boolean {
  if (token.origin !== undefined || token.kind === "Missing") return false;
  const { text } = token.source;
  const written = text.slice(token.start, token.end);
  const newline = written.indexOf("\n");
  if (newline < 0) return false;
  const next = text.charAt(token.end);
  if (/[\w/.@*~%-]/.test(next)) return true;
  return written
    .slice(newline)
    .split("\n")
    .some((line) => firstWords.has(/^\s*([\w-]+)\s/.exec(line)?.[1] ?? ""));
}

function accept(reading: Reading, statement: Statement, tokens: Token[]): void {
  const complete = place(statement, tokens) as Statement;
  reading.lines.push(complete);
  if (complete.kind === "MacroDefinition") define(reading, complete);
  else if (complete.kind === "IncludeDirective") include(reading, complete);
}

/** Gives a statement its range and tokens. */
function place(statement: object, tokens: readonly Token[]): object {
  const first = tokens[0] as Token;
  const last = tokens.at(-1) as Token;
  const end = last.source === first.source ? last.end : first.end;
  return Object.assign(statement, { source: first.source, start: first.start, end, tokens });
}

/** `varset`: a name with white space behind its first character is refused and not defined. */
function define(reading: Reading, { name, value }: Extract<Statement, { kind: "MacroDefinition" }>): void {
  if (!hasMacroNameBlank(name.value)) defineMacro(reading.macros, macroFrom(name.value, value));
}

/** Whether smtpd refuses this macro name: white space anywhere but in the first place. */
export function hasMacroNameBlank(name: string): boolean {
  return /[ \t\n\v\f\r]/.test(name.slice(1));
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
  const newer = parseAsNewest(reading.target, tokens);
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
    expected: lazily(() => expectedAt(tokens, failedAt)),
    lexical: tokens.some((token) => token.kind === "Missing"),
  });
}

/** What the grammar would have taken behind the first `count` tokens. */
function expectedAt(tokens: readonly Token[], count: number): Expected {
  const parser = statementParser();
  const before = tokens.slice(0, count);
  const types = parser.nextTypes(before).filter((type) => type !== endOfStatement);
  return expectedFrom(types, parser.canEnd(before));
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Reads the tokens with the reserved words of the newest release; undefined where that does not help. */
function parseAsNewest(
  target: Release,
  tokens: readonly Token[],
): { readonly statement: Statement; readonly tokens: Token[]; readonly keyword: Keyword } | undefined {
  if (target === newestRelease) return undefined;
  const now = keywordTable(target);
  const then = keywordTable(newestRelease);
  const retagged = tokens.map((token) => retag(token, now, then));
  const keyword = retagged.find((token, index) => token !== tokens[index] && token.kind === "Keyword");
  if (keyword === undefined) return undefined;
  const { statement } = statementParser().parse(retagged);
  return statement === undefined ? undefined : { statement, tokens: retagged, keyword: keyword as Keyword };
}

function retag(token: Token, now: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): Token {
  if (token.quoted || !isKeyword(token.value) || now.has(token.value) === then.has(token.value)) return token;
  const name: KeywordName = token.value;
  const index = then.get(name) ?? StringType.tokenTypeIdx ?? 0;
  const kind = then.has(name) ? "Keyword" : "String";
  return new PlainToken(kind, index, token.value, token.source, token.start, token.end, false, token.origin);
}

/** The text of a source as it was read: the tree loses nothing. */
export function lexemes(configuration: Configuration, source: Source): readonly Span[] {
  const spans: Span[] = [...configuration.comments, ...configuration.lines.flatMap((line) => line.tokens)];
  return spans.filter((span) => span.source === source).sort((a, b) => a.start - b.start);
}

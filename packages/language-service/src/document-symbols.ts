import {
  type Entry,
  type Line,
  type Option,
  type PartialStatement,
  type Span,
  settingName,
  type Word,
} from "smtpd-conf";
import { type DocumentSymbol, type Position, type Range, SymbolKind } from "vscode-languageserver-types";
import { nearPositions } from "./near-positions.ts";
import { ruleNumbers } from "./rule-numbers.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { shortText } from "./short-text.ts";
import type { Snapshot } from "./snapshot.ts";
import { symbolKinds } from "./symbol-kinds.ts";

/**
 * What a document defines and sets, in the order of its text; below headings, where it has some. Statements that smtpd
 * refuses are there as far as they can be read.
 */
export function getDocumentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const { document } = snapshot;
  const positionAt = nearPositions(document);
  const outlining = { snapshot, text: document.getText(), positionAt, numbers: ruleNumbers(snapshot.model) };
  const { above, sections } = sectionsOf(snapshot);
  return [
    ...above.flatMap((line) => symbolOf(line, outlining) ?? []),
    ...sections.flatMap((section) => symbolOfSection(section, outlining) ?? []),
  ];
}

interface Outlining {
  readonly snapshot: Snapshot;
  readonly text: string;
  readonly positionAt: (offset: number) => Position;
  readonly numbers: ReadonlyMap<Line, number>;
}

/** What a symbol is made of: offsets become positions in the end. */
interface Sketch {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: string;
  /** The word to go to; where absent, the whole. */
  readonly at?: Span | undefined;
  readonly parts?: readonly Part[];
}

interface Part {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: string;
  readonly span: Span;
  readonly at: Span;
}

const longestName = 72;
/** Longer tables are read in their file, not in an outline. */
const mostParts = 100;

function symbolOfSection({ name, heading, lines }: Section, outlining: Outlining): DocumentSymbol | undefined {
  const children = lines.flatMap((line) => symbolOf(line, outlining) ?? []);
  const end = lines.at(-1)?.end ?? heading.end;
  const selectionRange = rangeOf(heading, outlining);
  const range = rangeOf({ start: heading.start, end }, outlining);
  return children.length === 0 ? undefined : { name, kind: SymbolKind.Module, range, selectionRange, children };
}

function symbolOf(line: Line, outlining: Outlining): DocumentSymbol | undefined {
  const statement = line.kind === "BrokenStatement" ? line.partial : line;
  const sketch = statement && sketchOf(statement, line, outlining);
  if (sketch === undefined) return undefined;
  const { name, kind, detail, at = line, parts = [] } = sketch;
  const range = rangeOf(line, outlining);
  const children = parts.slice(0, mostParts).flatMap((part) => symbolOfPart(part, line, outlining) ?? []);
  return {
    name: shortText(name, longestName) || '""',
    ...(detail && { detail: shortText(detail, longestName) }),
    kind,
    range,
    selectionRange: rangeWithin(at, line, outlining) ?? range,
    ...(children.length > 0 && { children }),
  };
}

function symbolOfPart({ name, kind, detail, span, at }: Part, line: Line, outlining: Outlining) {
  const range = rangeWithin(span, line, outlining);
  const selectionRange = rangeWithin(at, span, outlining);
  if (range === undefined || selectionRange === undefined) return undefined;
  const symbol: DocumentSymbol = { name: shortText(name, longestName) || '""', kind, range, selectionRange };
  return detail === undefined ? symbol : { ...symbol, detail: shortText(detail, longestName) };
}

/** Undefined for what does not lie within: the end of a list can stand in another file than its beginning. */
function rangeWithin(span: Span, outer: Span, outlining: Outlining): Range | undefined {
  const isWithin = span.source === outlining.snapshot.source && outer.start <= span.start && span.end <= outer.end;
  return isWithin ? rangeOf(span, outlining) : undefined;
}

function rangeOf({ start, end }: Pick<Span, "start" | "end">, { positionAt }: Outlining): Range {
  return { start: positionAt(start), end: positionAt(end) };
}

/** As the document has it; a template has its own words where the parser saw others. */
function written({ source, start, end }: Span, { snapshot, text }: Outlining): string {
  return (source === snapshot.source ? text : source.text).slice(start, end);
}

function sketchOf(statement: PartialStatement, line: Line, outlining: Outlining): Sketch | undefined {
  switch (statement.kind) {
    case "IncludeDirective":
      return named(statement.path, SymbolKind.File, outlining, "include");
    case "SettingDirective":
      return sketchOfSetting(statement, outlining);
    case "BounceDirective":
      return { name: "bounce warn-interval", kind: SymbolKind.Property, detail: behindWords(2, line, outlining) };
    case "LimitDirective":
      return { name: `${statement.scope} limit`, kind: SymbolKind.Property, detail: behindWords(2, line, outlining) };
    case "ListenDirective":
      return sketchOfListener(statement, outlining);
    case "MatchDirective":
      return sketchOfRule(statement, line, outlining);
    default:
      return sketchOfDefinition(statement, outlining);
  }
}

type Named<Kind extends PartialStatement["kind"]> = Extract<PartialStatement, { readonly kind: Kind }>;

function sketchOfDefinition(statement: PartialStatement, outlining: Outlining): Sketch | undefined {
  switch (statement.kind) {
    case "MacroDefinition":
      return named(statement.name, symbolKinds.macro, outlining, detailOf(statement.value, outlining));
    case "CaDirective":
      return named(statement.name, symbolKinds.ca, outlining, "ca");
    case "PkiDirective":
      return named(statement.name, symbolKinds.pki, outlining, pkiDetail(statement));
    case "WrapperDirective":
      return named(statement.name, symbolKinds.wrapper, outlining, "mda wrapper");
    case "ProcDirective":
      return named(statement.name, symbolKinds.proc, outlining, "proc");
    case "ProcFilterDirective":
      return named(
        statement.name,
        symbolKinds.filter,
        outlining,
        `filter proc ${plainText(statement.proc, outlining)}`,
      );
    case "ProcExecFilterDirective":
      return named(statement.name, symbolKinds.filter, outlining, "filter proc-exec");
    case "PhaseFilterDirective":
      return named(statement.name, symbolKinds.filter, outlining, `filter phase ${statement.phase?.value ?? ""}`);
    case "ActionDirective":
      return named(statement.name, symbolKinds.action, outlining, statement.method?.keyword.value);
    case "ChainFilterDirective":
      return sketchOfChain(statement, outlining);
    case "TableDirective":
      return sketchOfTable(statement, outlining);
    default:
      return undefined;
  }
}

/** A name with what it is the name of; undefined where the statement breaks off before its name. */
function named(word: Word | undefined, kind: SymbolKind, outlining: Outlining, detail = ""): Sketch | undefined {
  if (word === undefined) return undefined;
  return { name: plainText(word, outlining), kind, at: word, detail };
}

/** A word without its quotes; in a template, as it is written there. */
function plainText(word: Word | undefined, outlining: Outlining): string {
  if (word === undefined) return "";
  if (outlining.snapshot.template === undefined) return word.value;
  const text = written(word, outlining);
  return word.quoted ? text.slice(1, -1) : text;
}

function detailOf(span: Span | undefined, outlining: Outlining): string | undefined {
  return span && written(span, outlining);
}

function pkiDetail({ options }: Named<"PkiDirective">): string {
  return ["pki", ...(options ?? []).map(({ keyword }) => keyword.value)].join(" ");
}

function sketchOfSetting({ info, value }: Named<"SettingDirective">, outlining: Outlining): Sketch | undefined {
  if (info === undefined) return undefined;
  const sketch: Sketch = { name: settingName(info), kind: SymbolKind.Property };
  if (value === undefined || info.syntax === "secret") return sketch;
  return { ...sketch, detail: written(value, outlining) };
}

/** The text of a statement behind its first words. */
function behindWords(count: number, line: Line, outlining: Outlining): string {
  const first = line.tokens[count];
  return first === undefined || first.start > line.end
    ? ""
    : written({ source: line.source, start: first.start, end: line.end }, outlining);
}

function sketchOfListener(statement: Named<"ListenDirective">, outlining: Outlining): Sketch | undefined {
  const { interface: address, socket, options = [] } = statement;
  const place = address ?? socket;
  if (place === undefined) return undefined;
  const isShown = ({ name }: Option) => name === "port" || name === "tag";
  const shown = options.filter(isShown);
  const words = ["listen on", written(place, outlining), ...shown.map((option) => written(option, outlining))];
  const rest = options.filter((option) => !isShown(option)).map(({ keyword }) => keyword.value);
  return { name: words.join(" "), kind: SymbolKind.Interface, at: place, detail: rest.join(" ") };
}

/** `match …` with what becomes of the mail; a rule that smtpd refuses has no number. */
function sketchOfRule(
  { conditions, action, reject }: Named<"MatchDirective">,
  line: Line,
  outlining: Outlining,
): Sketch {
  const words = textOfConditions(conditions ?? [], outlining);
  const number = outlining.numbers.get(line);
  const outcome = action === undefined ? reject?.value : `action "${plainText(action, outlining)}"`;
  const detail = [number === undefined ? "" : `#${number}`, outcome === undefined ? "" : `→ ${outcome}`];
  return { name: `match ${words}`.trim(), kind: SymbolKind.Event, detail: detail.join(" ").trim() };
}

/** From the first condition to the last, as far as they stand in one file. */
function textOfConditions(conditions: readonly Option[], outlining: Outlining): string {
  const [first, last] = [conditions[0], conditions.at(-1)];
  if (first === undefined || last === undefined) return "";
  return written(
    { source: first.source, start: first.start, end: last.source === first.source ? last.end : first.end },
    outlining,
  );
}

function sketchOfChain({ name, filters }: Named<"ChainFilterDirective">, outlining: Outlining): Sketch | undefined {
  const sketch = named(name, symbolKinds.filter, outlining, "filter chain");
  const parts = (filters?.names ?? []).map((word) => {
    return { name: plainText(word, outlining), kind: symbolKinds.filter, span: word, at: word };
  });
  return sketch && { ...sketch, parts };
}

/** The keys of a mapping are worth going to; the values of a list are not. */
function sketchOfTable({ name, config, entries }: Named<"TableDirective">, outlining: Outlining): Sketch | undefined {
  if (entries === undefined) return named(name, symbolKinds.table, outlining, `table ${plainText(config, outlining)}`);
  const keys = entries.entries.filter(({ value }) => value !== undefined);
  const count = `${entries.entries.length} ${entries.entries.length === 1 ? "entry" : "entries"}`;
  const kind = keys.length > 0 ? SymbolKind.Object : symbolKinds.table;
  const sketch = named(name, kind, outlining, `table, ${count}`);
  return sketch && { ...sketch, parts: keys.map((entry) => partOfEntry(entry, outlining)) };
}

function partOfEntry(entry: Entry, outlining: Outlining): Part {
  return { name: plainText(entry.key, outlining), kind: SymbolKind.Key, span: entry, at: entry.key };
}

import {
  foldCase,
  type Line,
  type MacroUse,
  type Model,
  type NameSpace,
  type Source,
  type Span,
  type TableReference,
  type TableUse,
  type Word,
} from "smtpd-conf";
import { isMacroUse, type NameToken } from "./name-part.ts";
import { statementOf } from "./statement-of.ts";

/** What names are names of: the name spaces of the language, and macros. */
export type NameKind = NameSpace | "macro";

/** One place where a name stands. Its offsets are those of the token: they are read when they are needed. */
export interface IndexedPlace {
  readonly role: "definition" | "reference";
  readonly kind: NameKind;
  readonly token: NameToken;
  /** The statement that it stands in; undefined for the use of a macro. */
  readonly line: Line | undefined;
}

/** A name with the places where it stands. */
export interface IndexedSymbol {
  readonly kind: NameKind;
  /** As it is written where it stands first. */
  readonly name: string;
  readonly definitions: readonly IndexedPlace[];
  readonly references: readonly IndexedPlace[];
  /** `filter x proc-exec` makes a filter and a proc with one word: what happens to one name happens to the other. */
  readonly twin: IndexedSymbol | undefined;
}

/** All names of a configuration. One name is looked for among all places, which takes less time than to sort them all. */
export interface SymbolIndex {
  /** Every place where a name gets its meaning, those of the model first. A name can have several. */
  readonly definitions: () => readonly NamedPlace[];
  /** The name of a kind; capitals count as they do for smtpd. */
  readonly named: (kind: NameKind, name: string) => IndexedSymbol | undefined;
  /** The name that a token holds. A word that makes a filter and a proc counts as the filter. */
  readonly heldBy: (token: NameToken) => IndexedSymbol | undefined;
  /** The uses of macros in a file, in the order of its text. */
  readonly macroUsesIn: (source: Source) => readonly MacroUse[];
}

const indexes = new WeakMap<Model, SymbolIndex>();

/** The names of a model. What is found is kept as long as the model is. */
export function symbolIndexOf(model: Model): SymbolIndex {
  const known = indexes.get(model) ?? makeIndex(model);
  indexes.set(model, known);
  return known;
}

/** A place with the name that stands there. */
export interface NamedPlace extends IndexedPlace {
  /** As smtpd knows it. */
  readonly name: string;
}

type Visit = (
  role: IndexedPlace["role"],
  kind: NameKind,
  name: string,
  token: NameToken,
  line: Line | undefined,
) => void;

function makeIndex(model: Model): SymbolIndex {
  const more = [...model.configuration.lines.filter(isBesideModel).flatMap(placesBesideModel), ...listedTags(model)];
  const visitPlaces = (visit: Visit) => forEachPlace(model, more, visit);
  const known = new Map<string, IndexedSymbol | undefined>();
  const named = (kind: NameKind, name: string): IndexedSymbol | undefined => {
    const id = idOf(kind, name);
    if (!known.has(id)) known.set(id, collectOne(visitPlaces, kind, name, named));
    return known.get(id);
  };
  return {
    named,
    definitions: () => definitionsOf(model, more),
    heldBy: (token) => {
      const place = placeOf(visitPlaces, token);
      return place && named(place.kind, place.name);
    },
    macroUsesIn: usesBySource(model),
  };
}

/** Shows all places: those that the model knows, those that it leaves out, and the uses of macros. */
function forEachPlace(
  { definitions, references, configuration }: Model,
  more: readonly NamedPlace[],
  visit: Visit,
): void {
  for (const { space, name, word, line } of definitions) visit("definition", space, name, word, line);
  for (const { space, name, word, line } of references) visit("reference", space, name, word, line);
  for (const { role, kind, name, token, line } of more) visit(role, kind, name, token, line);
  for (const use of configuration.macroUses) visit("reference", "macro", use.name, use, undefined);
}

type VisitPlaces = (visit: Visit) => void;
type FindName = SymbolIndex["named"];

function placeOf(visitPlaces: VisitPlaces, wanted: NameToken): NamedPlace | undefined {
  if (isMacroUse(wanted))
    return { role: "reference", kind: "macro", name: wanted.name, token: wanted, line: undefined };
  let found: NamedPlace | undefined;
  visitPlaces((role, kind, name, token, line) => {
    if (token === wanted) found ??= { role, kind, name, token, line };
  });
  return found;
}

/** The places of a name while they are collected. */
interface CollectedSymbol extends IndexedSymbol {
  readonly definitions: IndexedPlace[];
  readonly references: IndexedPlace[];
}

function newSymbol(kind: NameKind, name: string, named: FindName): CollectedSymbol {
  const definitions: IndexedPlace[] = [];
  return {
    kind,
    name,
    definitions,
    references: [],
    get twin() {
      const isTwin = definitions.some(({ line }) => statementOf(line)?.kind === "ProcExecFilterDirective");
      return isTwin ? named(kind === "filter" ? "proc" : "filter", name) : undefined;
    },
  };
}

function addTo(symbol: CollectedSymbol, place: IndexedPlace): void {
  if (place.role === "definition") symbol.definitions.push(place);
  else symbol.references.push(place);
}

function collectOne(
  visitPlaces: VisitPlaces,
  kind: NameKind,
  name: string,
  named: FindName,
): IndexedSymbol | undefined {
  let symbol: CollectedSymbol | undefined;
  const key = keyOf(kind, name);
  visitPlaces((role, placeKind, placeName, token, line) => {
    if (placeKind !== kind || (placeName !== key && keyOf(kind, placeName) !== key)) return;
    symbol ??= newSymbol(kind, placeName, named);
    addTo(symbol, { role, kind, token, line });
  });
  return symbol;
}

function definitionsOf({ definitions }: Model, more: readonly NamedPlace[]): readonly NamedPlace[] {
  const known = definitions.map(({ space, name, word, line }): NamedPlace => {
    return { role: "definition", kind: space, name, token: word, line };
  });
  return [...known, ...more.filter(({ role }) => role === "definition")];
}

function idOf(kind: NameKind, name: string): string {
  return `${kind} ${keyOf(kind, name)}`;
}

/** smtpd compares tags without regard to case; names of pki and ca come folded from the model where it folds them. */
function keyOf(kind: NameKind, name: string): string {
  return kind === "tag" ? foldCase(name) : name;
}

function isBesideModel({ kind }: Line): boolean {
  return kind === "MacroDefinition" || kind === "BrokenStatement";
}

/** What the model leaves out: macros, and what a broken statement refers to. */
function placesBesideModel(line: Line): readonly NamedPlace[] {
  if (line.kind === "MacroDefinition") return placeIn(line, "definition", "macro", line.name);
  if (line.kind !== "BrokenStatement") return [];
  const { partial } = line;
  switch (partial?.kind) {
    case "MacroDefinition":
      return hasEqualsSign(line) ? placeIn(line, "definition", "macro", partial.name) : [];
    case "ProcFilterDirective":
      return placeIn(line, "reference", "proc", partial.proc);
    case "ChainFilterDirective":
      return (partial.filters?.names ?? []).flatMap((name) => placeIn(line, "reference", "filter", name));
    case "MatchDirective":
      return placeIn(line, "reference", "action", partial.action);
    case "PhaseFilterDirective": {
      const argument = partial.condition?.argument;
      return argument?.kind === "TableReference" ? placeIn(line, "reference", "table", argument.name) : [];
    }
    default:
      return [];
  }
}

/** The tags that stand in a `table` statement, and not in the condition that asks for it. */
function listedTags({ tableUses, definitions }: Model): readonly NamedPlace[] {
  const asked = new Set(tableUses.flatMap((use) => (isTagList(use) ? use.argument.name.value : [])));
  if (asked.size === 0) return [];
  return definitions.flatMap(({ space, name, line }) => {
    if (space !== "table" || !asked.has(name) || line.kind !== "TableDirective") return [];
    return (line.entries?.entries ?? []).flatMap(({ key }) => placeIn(line, "reference", "tag", key));
  });
}

/** Whether a tag condition asks a table that it names, and not for an expression. */
export function isTagList(use: TableUse): use is TableUse & { readonly argument: TableReference } {
  return use.place === "match tag" && !use.regex && use.argument.kind === "TableReference";
}

function placeIn(
  line: Line,
  role: IndexedPlace["role"],
  kind: NameKind,
  word: Word | undefined,
): readonly NamedPlace[] {
  return word === undefined ? [] : [{ role, kind, name: word.value, token: word, line }];
}

/** Any word that no statement begins with could be the name of a macro: it is one where an equals sign follows. */
function hasEqualsSign({ tokens: [, sign] }: Line): boolean {
  return sign?.kind === "Punctuation" && sign.value === "=";
}

function usesBySource({ configuration: { macroUses, sources } }: Model): SymbolIndex["macroUsesIn"] {
  const known = new Map<Source, readonly MacroUse[]>();
  return (source) => {
    const uses =
      known.get(source) ?? (sources.length === 1 ? macroUses : macroUses.filter((use) => use.source === source));
    known.set(source, uses);
    return uses;
  };
}

/** The definition that was in force where a macro is used; undefined where there was none, or it is not in a file. */
export function definitionInForce(symbol: IndexedSymbol, { macro }: MacroUse): IndexedPlace | undefined {
  if (macro === undefined) return undefined;
  return symbol.definitions.find(({ line }) => line?.kind === "MacroDefinition" && holds(line.value, macro.origin));
}

function holds(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;
}

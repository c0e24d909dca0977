import type { Definition, ModelSymbol, NameSpace, PkiDirective } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import { lineBefore } from "../line-at.ts";
import { looksSecret } from "../looks-secret.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";
import { shortlist } from "./shortlist.ts";

/** How names of each kind are shown. */
export const kindOfSpace: Readonly<Record<NameSpace, CompletionItemKind>> = {
  table: CompletionItemKind.Struct,
  action: CompletionItemKind.Function,
  filter: CompletionItemKind.Interface,
  proc: CompletionItemKind.Module,
  wrapper: CompletionItemKind.Method,
  pki: CompletionItemKind.Class,
  ca: CompletionItemKind.Class,
  tag: CompletionItemKind.EnumMember,
};

/** Characters of a statement that are shown beside a name. */
const longestDetail = 80;

/** Where smtpd looks a name up only when mail arrives, or not at all, it may as well be defined further down. */
const anyOrder: ReadonlySet<NameSpace> = new Set(["tag"]);

/** A name that is defined somewhere, and whether that is above the statement at the cursor. */
export interface KnownName {
  readonly definition: Definition;
  readonly isAbove: boolean;
}

/** The names of a kind in the order of their first definitions, without those of the statement at the cursor. */
export function knownNames(snapshot: Snapshot, cursor: Cursor, space: NameSpace): readonly KnownName[] {
  const limit = orderAt(snapshot, cursor);
  const known = new Map<string, KnownName>();
  for (const definition of snapshot.model.definitions) {
    const { name, order } = definition;
    if (definition.space !== space || order === limit.own || known.has(name)) continue;
    known.set(name, { definition, isAbove: order < limit.order });
  }
  return [...known.values()];
}

/** The names of a kind that can be used at the cursor; those that smtpd does not see there come last. */
export function nameOffers(snapshot: Snapshot, cursor: Cursor, space: NameSpace): readonly Offer[] {
  const known = knownNames(snapshot, cursor, space);
  return shortlist(known, ({ definition }) => definition.name, cursor.word.typed)
    .map((one) => nameOffer(one, space))
    .sort((a, b) => Number(a.last ?? false) - Number(b.last ?? false));
}

function nameOffer({ definition, isAbove }: KnownName, space: NameSpace): Offer {
  const isSeen = isAbove || anyOrder.has(space);
  return {
    label: definition.name,
    kind: kindOfSpace[space],
    write: "string",
    detail: detailOf(definition),
    ...(!isSeen && { note: "defined further down", last: true }),
  };
}

/**
 * The statement that defines a name, cut to a line of bearable length. What stands in braces may be secret and is left out,
 * as is what looks like a password.
 */
export function detailOf({ line }: Definition): string {
  const text = line.source.text.slice(line.start, Math.min(line.end, line.start + longestDetail));
  const open = text
    .replace(/\{[^}]*(?:\}|$)/g, "{ … }")
    .replace(/[^\s"']+/g, (word) => (looksSecret(word) ? "…" : word));
  const [first = ""] = open.split("\n", 1);
  const isWhole = text.length === line.end - line.start && first.length === open.length;
  return isWhole || first.endsWith("{ … }") ? first : `${first.trimEnd()} …`;
}

/**
 * The names that are used and not defined yet, for a statement that is about to define one. Of pki, several statements of
 * one name add up, so those without a certificate or a key are there as well; several listeners may have one tag. What only
 * the statement at the cursor defines is being typed.
 */
export function missingNameOffers(snapshot: Snapshot, { before }: Cursor, space: NameSpace): readonly Offer[] {
  const isOwn = ({ line }: Definition) => line.source === snapshot.source && line.start === before[0]?.start;
  const symbols = [...(snapshot.model.symbols().get(space)?.values() ?? [])].filter(
    ({ definitions }) => definitions.length === 0 || !definitions.every(isOwn),
  );
  const missing = symbols.filter(({ definitions, references }) => definitions.length === 0 && references.length > 0);
  return [
    ...missing.map((symbol) => missingNameOffer(symbol)),
    ...(space === "pki" ? symbols.filter(isIncomplete).map(incompletePkiOffer) : []),
    ...(space === "tag" ? symbols.filter(({ definitions }) => definitions.length > 0).map(tagOffer) : []),
  ];
}

function missingNameOffer({ name, space, references }: ModelSymbol): Offer {
  const count = references.length === 1 ? "used once" : `used ${references.length} times`;
  return {
    label: name,
    kind: kindOfSpace[space],
    write: "string",
    detail: `${space} that is not defined yet`,
    note: count,
  };
}

function isIncomplete({ definitions }: ModelSymbol): boolean {
  const options = definitions.flatMap(({ line }) => (line as PkiDirective).options ?? []);
  return definitions.length > 0 && !["cert", "key"].every((name) => options.some((option) => option.name === name));
}

function incompletePkiOffer({ name, definitions }: ModelSymbol): Offer {
  const [definition] = definitions as readonly [Definition];
  const detail = detailOf(definition);
  return { label: name, kind: kindOfSpace.pki, write: "string", detail, note: "certificate or key is missing" };
}

function tagOffer({ name }: ModelSymbol): Offer {
  return { label: name, kind: kindOfSpace.tag, write: "string", detail: "tag of another listener" };
}

/** The place of the statement at the cursor in the order of reading; `own` is its number where it is one of the lines. */
export function orderAt(
  snapshot: Snapshot,
  { before, word }: Cursor,
): { readonly order: number; readonly own: number | undefined } {
  const start = before[0]?.start ?? word.tokenStart;
  const line = lineBefore(snapshot, start);
  if (line === undefined) return { order: firstOrder(snapshot), own: undefined };
  const index = snapshot.configuration.lines.indexOf(line);
  return line.start === start ? { order: index, own: index } : { order: index + 1, own: undefined };
}

/** The number of the first statement of the document. */
function firstOrder({ configuration, source }: Snapshot): number {
  const first = configuration.lines.findIndex((line) => line.source === source);
  return first < 0 ? configuration.lines.length : first;
}

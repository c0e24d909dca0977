import {
  acceptedKinds,
  acceptedServices,
  type LookupServiceInfo,
  lookupServices,
  type OptionInfo,
  type Release,
  servicesOf,
  type TableInfo,
  type TableKind,
  type TablePlace,
  type Token,
  writeWord,
} from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import { detailOf, type KnownName, kindOfSpace, knownNames } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import { shortlist } from "./shortlist.ts";
import type { Slot } from "./slot.ts";

type OptionSlot = Extract<Slot, { kind: "option" }>;

const kindNames: Readonly<Record<TableKind, string>> = {
  list: "list",
  mapping: "mapping",
  dynamic: "database or program",
  none: "table without entries",
  unknown: "table",
};

/** How well a table fits: the lower, the better. From 2 on smtpd refuses it. */
type Fit = 0 | 1 | 2;

/**
 * The tables for an option: those that fit first, before those that so far serve other options alone; those of another kind
 * last, with a note.
 */
export function tableOffers(snapshot: Snapshot, cursor: Cursor, slot: OptionSlot): readonly Offer[] {
  const others = servingOthers(snapshot, slot);
  const rated = knownNames(snapshot, cursor, "table").map((known): RatedTable => {
    const { name } = known.definition;
    const info = snapshot.model.tables.get(name);
    return { known, info, fit: known.isAbove ? fitOf(info, slot, cursor) : 2, servesOthers: others.has(name) };
  });
  const sorted = rated.sort((one, other) => rankOf(one) - rankOf(other));
  const listed = shortlist(sorted, ({ known }) => known.definition.name, cursor.word.typed);
  return listed.map((one) => tableOffer(cursor, one, slot));
}

/** A table, and how well it fits. */
interface RatedTable {
  readonly known: KnownName;
  readonly info: TableInfo | undefined;
  readonly fit: Fit;
  readonly servesOthers: boolean;
}

/** The lower, the nearer to the front. */
function rankOf({ fit, servesOthers }: RatedTable): number {
  return fit === 2 ? 3 : servesOthers ? 2 : fit;
}

/** The names of the tables that are used, and never by this option. */
function servingOthers({ model }: Snapshot, { info: { name: own } }: OptionSlot): ReadonlySet<string> {
  const others = new Set<string>();
  const same = new Set<string>();
  for (const { argument, option } of model.tableUses) {
    if (argument.kind === "TableReference") (option.name === own ? same : others).add(argument.name.value);
  }
  for (const name of same) others.delete(name);
  return others;
}

/** The names of the tables that fit a place without a doubt; of all where no place is named. */
export function tableNamesFor(snapshot: Snapshot, cursor: Cursor, place: TablePlace | undefined): readonly string[] {
  return knownNames(snapshot, cursor, "table")
    .filter(({ isAbove }) => isAbove)
    .map(({ definition }) => definition.name)
    .filter((name) => {
      const info = snapshot.model.tables.get(name);
      return place === undefined || (info !== undefined && fitIn(place, info, false, cursor.target) === 0);
    });
}

function tableOffer(cursor: Cursor, { known, info, fit }: RatedTable, slot: OptionSlot): Offer {
  const { definition, isAbove } = known;
  const note = isAbove ? kindNames[info?.kind ?? "unknown"] : "defined further down";
  return {
    label: `<${definition.name}>`,
    kind: kindOfSpace.table,
    ...writtenTable(cursor, definition.name, slot),
    detail: detailOf(definition),
    note: fit === 2 && isAbove ? `${note}: does not fit` : note,
    ...(fit === 2 && { last: true }),
  };
}

/** How a table is written: with its brackets, of which the first may be there already, and a quote behind it. */
function writtenTable(
  cursor: Cursor,
  name: string,
  { form }: OptionSlot,
): Pick<Offer, "write" | "text" | "filter" | "range" | "behind"> {
  const { word, after, target } = cursor;
  const behind = form === "name" && !isSign(after[0], ">") ? ">" : "";
  if (word.kind === "quoted") return { write: "string", text: name, filter: name, behind };
  const written = writeWord(name, target);
  const brackets = form === "name" ? bracketsAround(cursor) : undefined;
  if (brackets !== undefined) return { write: "text", text: `<${written}>`, filter: `<${name}>`, range: brackets };
  return { write: "text", text: form === "name" ? written + behind : `<${written}>`, filter: name };
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "Punctuation" && token.value === sign;
}

/** From the `<` before the word to the `>` behind it; undefined where the `<` stands on another line. */
function bracketsAround({ before, word, after }: Cursor): { start: number; end: number } | undefined {
  const open = before.at(-1);
  if (open === undefined || open.origin !== undefined) return undefined;
  if (open.source.text.slice(open.start, word.start).includes("\n")) return undefined;
  const [close] = after;
  const isClosed = close !== undefined && isSign(close, ">") && close.start === word.end;
  const hasOther = isSign(close, ">") && !isClosed;
  return hasOther ? undefined : { start: open.start, end: isClosed ? close.end : word.end };
}

function fitOf(info: TableInfo | undefined, { info: option, regex }: OptionSlot, { target }: Cursor): Fit {
  if (info === undefined || info.kind === "unknown") return 1;
  if (option.place !== undefined) return fitIn(option.place, info, regex, target);
  return info.kind === "dynamic" || info.kind === preferredKind(option) ? 0 : 1;
}

function fitIn(place: TablePlace, info: TableInfo, regex: boolean, target: Release): Fit {
  if (info.kind === "unknown") return 1;
  if (info.kind !== "dynamic" && !acceptedKinds(place, regex, target).includes(info.kind)) return 2;
  const offered = servicesOf(info.backend, target);
  const wanted = acceptedServices(place, regex, target);
  return offered === undefined || wanted.some((service) => offered.includes(service)) ? 0 : 2;
}

/** What smtpd does not check, it still needs: a mapping where it looks values up. */
function preferredKind({ services = [] }: OptionInfo): TableKind {
  const info = (lookupServices as readonly LookupServiceInfo[]).find(({ name }) => name === services[0]);
  return info?.value === undefined ? "list" : "mapping";
}

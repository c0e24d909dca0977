import type { RecipientClass } from "smtpd-conf";
import { quoted } from "./explanation.ts";
import { listed, several } from "./words.ts";

/** Names of domains that are given one by one. */
const mostNames = 6;

/** To whom mail is sent; `all` are the kinds of recipients that there are. */
export function describeRecipients(
  some: readonly RecipientClass[],
  all: readonly RecipientClass[],
  machineKnown: boolean,
): string {
  if (all.every((one) => some.includes(one) || isOverlap(one))) return "any domain";
  // Whatever fares like the others needs no word of its own.
  if (some.some(({ kind }) => kind === "other")) return "any other domain";
  const domains = some.flatMap(({ kind, names }) => (kind === "domains" ? names : []));
  const further = all.some(({ kind }) => kind === "domains" || kind === "pattern") ? "other domains" : "domains";
  return listed([
    ...shortened(domains),
    ...describeLocal(some, machineKnown),
    ...some.flatMap(({ kind, names }) =>
      kind === "pattern" ? [`${further} one level below ${(names[0] ?? "").slice("*.".length)}`] : [],
    ),
    ...describeTables(some, further),
  ]);
}

/** Names of the server that a table has as well, of which we cannot tell. */
export function isOverlap({ kind, table }: RecipientClass): boolean {
  return kind === "local" && table !== undefined;
}

function describeTables(some: readonly RecipientClass[], further: string): readonly string[] {
  const names = some.flatMap(({ kind, table }) => (kind === "table" ? [quoted(table?.table?.name ?? "")] : []));
  if (names.length === 0) return [];
  return [`${further} in the ${names.length === 1 ? "table" : "tables"} ${listed(names)}`];
}

function describeLocal(some: readonly RecipientClass[], machineKnown: boolean): readonly string[] {
  const local = some.find(({ kind }) => kind === "local");
  return local === undefined ? [] : [`the server's own names (${machineKnown ? listed(local.names) : unknownNames})`];
}

function shortened(names: readonly string[]): readonly string[] {
  if (names.length <= mostNames) return names;
  return [...names.slice(0, mostNames - 1), several(names.length - mostNames + 1, "other domain")];
}

/** What the machine's own names are where it is not known. */
const unknownNames = "its host name, localhost and its addresses";

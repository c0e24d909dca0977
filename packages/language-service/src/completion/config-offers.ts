import { parseTableConfig, type TableBackendInfo, tableBackends } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";
import { pathOffers } from "./path-offers.ts";

/** The kinds of table; files are by far the most frequent. */
const usualFirst: readonly TableBackendInfo[] = [
  ...tableBackends.filter(({ name }) => name === "file"),
  ...tableBackends.filter(({ name }) => name !== "file"),
];

/** Where a table's entries come from: a kind of table, and behind its colon a path. */
export function configOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  const { typed, kind } = cursor.word;
  const { backend, path } = parseTableConfig(typed);
  if (typed.startsWith("/")) return pathOffers(snapshot, cursor);
  const info = tableBackends.find(({ name }) => name === backend);
  if (path !== undefined && info?.path !== undefined) return pathOffers(snapshot, cursor, { prefix: `${backend}:` });
  if (path !== undefined) return [];
  const rest = /^[^:]*:/.exec(cursor.word.rest)?.[0].length ?? cursor.word.rest.length;
  const range = { start: cursor.word.start, end: cursor.word.start + typed.length + rest };
  return usualFirst.map((one) => ({
    label: one.path === undefined ? one.name : `${one.name}:`,
    kind: CompletionItemKind.Module,
    write: kind === "quoted" ? "part" : "text",
    ...(one.path !== undefined && { goesOn: true, range }),
    detail: one.origin === "program" ? "table program" : "kind of table",
    ...(one.path !== undefined && { usage: one.path.toUpperCase() }),
    data: { of: "backend", name: one.name },
  }));
}

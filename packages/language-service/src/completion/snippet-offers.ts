import { isAvailable, type NameSpace } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import { nameOffers } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import { type NamesFor, renderPlain, renderSnippet, writtenNames } from "./snippet-body.ts";
import { statementSnippets } from "./statement-snippets.ts";
import { tableNamesFor } from "./table-offers.ts";

/** Whole statements, for an editor that can show where to fill them in. */
export function snippetOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  const hasRest = cursor.after.some(({ value }) => value !== "\r");
  if (!snapshot.client.snippets || hasRest || cursor.word.kind === "macro") return [];
  const known = new Map<string, readonly string[]>();
  const namesFor: NamesFor = ({ space, place }) => {
    const key = `${space} ${place}`;
    const names = known.get(key) ?? writtenNames(namesOf(snapshot, cursor, space, place), cursor.target);
    known.set(key, names);
    return names;
  };
  return statementSnippets
    .filter((snippet) => isAvailable(snippet, cursor.target))
    .map(({ label, detail, body }) => ({
      label,
      kind: CompletionItemKind.Snippet,
      write: "snippet",
      text: renderSnippet(body, namesFor),
      detail,
      data: { of: "snippet", name: renderPlain(body, namesFor) },
    }));
}

function namesOf(snapshot: Snapshot, cursor: Cursor, space: NameSpace, place: Parameters<typeof tableNamesFor>[2]) {
  if (space === "table") return tableNamesFor(snapshot, cursor, place);
  return nameOffers(snapshot, cursor, space)
    .filter(({ last }) => !last)
    .map(({ label }) => label);
}

/** Lists in braces, where one can stand. */
export function listOffers({ client }: Snapshot, isTable: boolean): readonly Offer[] {
  if (!client.snippets) return [];
  const lists: readonly (readonly [label: string, text: string, detail: string])[] = [
    ["{ … }", "{ $0 }", "list"],
    ...(isTable ? [["{ … = … }", "{ $1 = $0 }", "mapping"] as const] : []),
  ];
  return lists.map(([label, text, detail]) => ({
    label,
    kind: CompletionItemKind.Snippet,
    write: "snippet",
    text,
    detail,
  }));
}

import { canStandBare, writeInQuotes } from "smtpd-conf";
import { type CompletionItem, type CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { rangeBetween } from "../to-lsp.ts";
import type { Cursor } from "./cursor.ts";
import type { ItemData } from "./item-data.ts";

/** Something that may be written at the cursor. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /**
   * A `string` gets quotes where it needs them, a `part` of one does not; `text` and a `snippet` go in as they are, and
   * never into a string.
   */
  readonly write: "string" | "part" | "text" | "snippet";
  /** What is written; the label where absent. */
  readonly text?: string;
  /** The string goes on behind it: a missing quote is not closed. */
  readonly goesOn?: boolean;
  /** What is written behind the quote that closes the string. */
  readonly behind?: string;
  /** What it is, in a few words. */
  readonly detail?: string;
  /** What comes behind it, shown beside the label. */
  readonly usage?: string;
  /** The release that brought it, or why it may not fit. */
  readonly note?: string;
  readonly data?: ItemData;
  /** What is replaced, where that is not the word at the cursor. */
  readonly range?: { readonly start: number; readonly end: number };
  /** What the editor compares with the text that is replaced; the label where absent. */
  readonly filter?: string;
  /** Sorted behind the others. */
  readonly last?: boolean;
}

/** The offers as the protocol has them, in this order. */
export function itemsOf(snapshot: Snapshot, cursor: Cursor, offers: readonly Offer[]): CompletionItem[] {
  const { start, end } = cursor.word;
  const range = rangeBetween(snapshot.document, start, end);
  return offers
    .filter(({ write }) => write === "string" || write === "part" || cursor.word.kind !== "quoted")
    .map((offer, index) => {
      const { label, kind, usage, note, detail, data, filter, last = false } = offer;
      const own = offer.range && rangeBetween(snapshot.document, offer.range.start, offer.range.end);
      return {
        label,
        ...((usage !== undefined || note !== undefined) && {
          labelDetails: {
            ...(usage !== undefined && { detail: ` ${usage}` }),
            ...(note !== undefined && { description: note }),
          },
        }),
        kind,
        ...(detail !== undefined && { detail }),
        sortText: `${last ? 1 : 0}${String(index).padStart(5, "0")}`,
        ...(filter !== undefined && { filterText: filter }),
        textEdit: { range: own ?? range, newText: newTextOf(cursor, offer) },
        ...(offer.write === "snippet" && { insertTextFormat: InsertTextFormat.Snippet }),
        ...(data !== undefined && { data }),
      };
    });
}

function newTextOf({ word, target }: Cursor, offer: Offer): string {
  const { label, text = label, write, goesOn = false, behind = "", range } = offer;
  if (word.quote !== undefined) {
    const written = writeInQuotes(text, target, word.quote).slice(1, -1);
    return written + (word.closed || goesOn ? "" : word.quote + behind);
  }
  if (write === "part" || write === "snippet") return text;
  const written = write === "text" || canStandBare(text, target) ? text : writeInQuotes(text, target);
  return `${word.blankBefore ? " " : ""}${written}${word.blankAfter && range === undefined ? " " : ""}`;
}

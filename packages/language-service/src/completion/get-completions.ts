import { type Continuation, expectedAfter } from "smtpd-conf";
import type { CompletionList, Position } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { commentItems } from "./comment-offers.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { keywordOffers } from "./keyword-offers.ts";
import { macroOffers } from "./macro-offers.ts";
import { itemsOf, type Offer } from "./offer.ts";
import { mostOffers } from "./shortlist.ts";
import { type Slot, slotAt } from "./slot.ts";
import { listOffers, snippetOffers } from "./snippet-offers.ts";
import { valueOffers } from "./value-offers.ts";

/** The characters behind which an editor should ask, besides those of words. */
export const completionTriggers: readonly string[] = [
  "$",
  "<",
  "{",
  '"',
  "'",
  "/",
  ":",
  "@",
  ",",
  "=",
  "!",
  "|",
  ".",
  " ",
];

/**
 * What may come next at a place, and nothing else: the words that smtpd's grammar takes there in the target release, and
 * the names and values that fit. `trigger` is the character that made the editor ask, where nobody else did.
 */
export function getCompletions(snapshot: Snapshot, position: Position, trigger?: string): CompletionList {
  const cursor = cursorAt(snapshot, snapshot.document.offsetAt(position));
  if (cursor.kind === "comment") return { isIncomplete: false, items: commentItems(snapshot, cursor, trigger) };
  const { word } = cursor;
  if (word.typed.includes("\n")) return { isIncomplete: false, items: [] };
  const continuation = expectedAfter(cursor.before, cursor.target);
  const slot = slotAt(continuation);
  const offers = offersAt(snapshot, cursor, continuation, slot);
  const isCut = offers.length > mostOffers;
  // A unit belongs to the number that stands before it: another digit makes other offers.
  const isNumber = /^\d+$/.test(word.typed) && slot !== undefined;
  return { isIncomplete: isCut || isNumber, items: itemsOf(snapshot, cursor, offers.slice(0, mostOffers)) };
}

function offersAt(
  snapshot: Snapshot,
  cursor: Cursor,
  continuation: Continuation,
  slot: Slot | undefined,
): readonly Offer[] {
  if (cursor.word.kind === "macro") return macroOffers(snapshot, cursor);
  const values = slot === undefined ? [] : valueOffers(snapshot, cursor, slot, continuation);
  if (cursor.word.kind === "quoted") return values;
  const keywords = keywordOffers(cursor, continuation);
  if (cursor.before.length === 0) return [...keywords, ...snippetOffers(snapshot, cursor), ...values];
  const { expected } = continuation;
  const takesList = expected.table || expected.punctuation.includes("{");
  const isPort = slot?.kind === "option" && slot.info.argument === "port";
  return [
    ...(isPort ? [...keywords, ...values] : [...values, ...keywords]),
    ...(takesMacro(slot) ? macroOffers(snapshot, cursor) : []),
    ...(takesList ? listOffers(snapshot, slot?.kind === "config") : []),
  ];
}

/** Whether a value may come out of a macro. It could even be the name of something, but nobody wants that. */
function takesMacro(slot: Slot | undefined): boolean {
  return slot !== undefined && slot.kind !== "definition";
}

import type { UnitInfo } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** The number that stands there with each of the units behind it, the usual one first; where there is none, what is usual. */
export function unitOffers({ word }: Cursor, units: readonly UnitInfo[], usual: string): readonly Offer[] {
  const number = /^\d+(?:\.\d*)?/.exec(word.typed)?.[0];
  if (number === undefined) {
    if (word.typed !== "") return [];
    return [{ label: usual, kind: CompletionItemKind.Value, write: "string", detail: "usual value" }];
  }
  const isUsual = ({ letter }: UnitInfo) => usual.endsWith(letter);
  return [...units.filter(isUsual), ...units.filter((unit) => !isUsual(unit))].map(({ letter, name }) => ({
    label: `${number}${letter}`,
    kind: CompletionItemKind.Unit,
    write: "string",
    detail: name,
  }));
}

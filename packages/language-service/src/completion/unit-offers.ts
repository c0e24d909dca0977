import type { UnitInfo } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** The number that stands there with each of the units behind it; where there is none, what is usual. */
export function unitOffers({ word }: Cursor, units: readonly UnitInfo[], usual: string): readonly Offer[] {
  const number = /^\d+(?:\.\d*)?/.exec(word.typed)?.[0];
  if (number === undefined) {
    if (word.typed !== "") return [];
    return [{ label: usual, kind: CompletionItemKind.Value, write: "string", detail: "usual value" }];
  }
  return units.map(({ letter, name }) => ({
    label: `${number}${letter}`,
    kind: CompletionItemKind.Unit,
    write: "string",
    detail: name,
  }));
}

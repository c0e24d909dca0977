import { canStandBare, textOf } from "smtpd-conf";
import type { Offer } from "./offer.ts";
import { isMeant, type Place } from "./place.ts";
import { wordAround } from "./statement-parts.ts";

/** Puts a word in quotes, or takes them away where smtpd reads the same without. */
export function quoteWord(place: Place): readonly Offer[] {
  const word = isMeant(place) ? wordAround(place) : undefined;
  if (word === undefined) return [];
  const { source, start, end, value, quoted } = word;
  const offerOf = (title: string, kind: string, text: string): Offer => {
    return { title, kind, edits: () => [{ span: { source, start, end }, text }], keeps: "meaning" };
  };
  if (!quoted && textOf(word) === value && !/["\\]/.test(value))
    return [offerOf("Put the word in quotes", "refactor.rewrite.quote", `"${value}"`)];
  const isApart = !/[^\s{}<>,=!#]/.test(source.text.charAt(start - 1) + source.text.charAt(end));
  if (!quoted || !isApart || !canStandBare(value, place.snapshot.target)) return [];
  return [offerOf("Take the quotes away", "refactor.rewrite.unquote", value)];
}

import type { Definition, Token } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import { statementOf } from "../statement-of.ts";
import type { Cursor } from "./cursor.ts";
import { nameOffers } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import { openBrace } from "./slot.ts";

/** The filters that a list in braces can hold: no chains, and none that it holds already. */
export function memberOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  const { before, after } = cursor;
  const chains = new Set(snapshot.model.definitions.filter(isChain).map(({ name }) => name));
  const behind = after.findIndex(({ kind, value }) => kind === "Punctuation" && value === "}");
  const members = [...before.slice(openBrace(before) + 1), ...after.slice(0, Math.max(0, behind))];
  const given = new Set(members.filter(isString).map(({ value }) => value));
  const own = before[0]?.value === "filter" ? before[1]?.value : undefined;
  return nameOffers(snapshot, cursor, "filter").filter(
    ({ label }) => !chains.has(label) && !given.has(label) && label !== own,
  );
}

function isChain({ space, line }: Definition): boolean {
  return space === "filter" && statementOf(line)?.kind === "ChainFilterDirective";
}

function isString({ kind }: Token): boolean {
  return kind === "String";
}

import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import { nameOffers } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import type { Slot } from "./slot.ts";
import { urlOffers } from "./url-offers.ts";

/** An entry of a `table` statement, by what the table is used for: URLs of relays, tags of listeners. */
export function entryOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  { table, form }: Extract<Slot, { kind: "entry" }>,
): readonly Offer[] {
  const uses = snapshot.model.tableUses.filter(
    ({ argument }) => argument.kind === "TableReference" && argument.name.value === table,
  );
  const isUrl = uses.some(({ place }) => place === (form === "value" ? "relay domain" : "relay host"));
  if (isUrl) return urlOffers(snapshot, cursor);
  const isTag = form === "key" && uses.some(({ place }) => place === "match tag");
  return isTag ? nameOffers(snapshot, cursor, "tag") : [];
}

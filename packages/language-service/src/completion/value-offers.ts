import { type Continuation, delayUnits } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import { configOffers } from "./config-offers.ts";
import type { Cursor } from "./cursor.ts";
import { entryOffers } from "./entry-offers.ts";
import { formatOffers } from "./format-offers.ts";
import { hostNameOffers, interfaceOffers } from "./known-values.ts";
import { limitOffers, limitValueOffers } from "./limit-offers.ts";
import { missingMacroOffers } from "./macro-offers.ts";
import { memberOffers } from "./member-offers.ts";
import { missingNameOffers, nameOffers } from "./name-offers.ts";
import type { Offer } from "./offer.ts";
import { pathOffers } from "./path-offers.ts";
import { portOffers } from "./port-offers.ts";
import type { Slot } from "./slot.ts";
import { commandOffers, settingOffers, syntaxOffers } from "./syntax-offers.ts";
import { tableOffers } from "./table-offers.ts";
import { unitOffers } from "./unit-offers.ts";
import { urlOffers } from "./url-offers.ts";

/** What a string, a number or a table can be at the cursor, as far as something is known of it. */
export function valueOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  slot: Slot,
  { expected }: Continuation,
): readonly Offer[] {
  switch (slot.kind) {
    case "option":
      return optionOffers(snapshot, cursor, slot, expected);
    case "suffix":
    case "domain":
      return hostNameOffers(snapshot, cursor);
    case "setting":
      return settingOffers(cursor, slot.info);
    case "definition":
      return missingNameOffers(snapshot, cursor, slot.space);
    case "reference":
      return nameOffers(snapshot, cursor, slot.space);
    case "chain":
      return memberOffers(snapshot, cursor);
    case "limit":
      return expected.string ? limitOffers(slot.scope, cursor) : limitValueOffers(slot.scope, cursor);
    case "interface":
      return interfaceOffers(snapshot, cursor);
    case "config":
      return configOffers(snapshot, cursor);
    case "path":
      return pathOffers(snapshot, cursor, { relative: cursor.before[0]?.value === "include" });
    case "command":
      return commandOffers(snapshot, cursor);
    case "wrapper-command":
      return formatOffers(cursor, true) ?? commandOffers(snapshot, cursor);
    case "delay":
      return unitOffers(cursor, delayUnits, "4h");
    case "macro-name":
      return missingMacroOffers(snapshot);
    case "entry":
      return entryOffers(snapshot, cursor, slot);
    default:
      return [];
  }
}

function optionOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  slot: Extract<Slot, { kind: "option" }>,
  expected: Continuation["expected"],
): readonly Offer[] {
  const { info, form, regex } = slot;
  const format =
    info.name === "mda" || info.name === "maildir" || info.name === "lmtp" ? formatOffers(cursor, false) : undefined;
  if (format !== undefined) return format;
  if (info.argument === "filters") {
    return form === "plain" ? nameOffers(snapshot, cursor, "filter") : memberOffers(snapshot, cursor);
  }
  if (info.refersTo !== undefined) return nameOffers(snapshot, cursor, info.refersTo);
  if (info.argument === "port") return portOffers(cursor, expected);
  if (info.argument !== "table") return syntaxOffers(snapshot, cursor, info);
  const isTyped = cursor.word.kind === "quoted" || cursor.word.typed.includes("://");
  const takesTable = form === "name" || (form === "plain" && !isTyped);
  const tables = takesTable ? tableOffers(snapshot, cursor, slot) : [];
  return form === "name" || regex ? tables : [...singleValueOffers(snapshot, cursor, slot), ...tables];
}

/** Values that can stand in the place of a table, and do so more often than tables. */
function singleValueOffers(
  snapshot: Snapshot,
  cursor: Cursor,
  { info, form }: Extract<Slot, { kind: "option" }>,
): readonly Offer[] {
  if (info.place === "match tag") return nameOffers(snapshot, cursor, "tag");
  if (info.place === "relay host") return urlOffers(snapshot, cursor);
  return info.place === "relay domain" && form === "value" ? urlOffers(snapshot, cursor) : [];
}

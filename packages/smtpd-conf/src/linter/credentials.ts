import type { TableUse } from "../model/tables.ts";
import type { TableEntry } from "./table-entries.ts";
import { type WrittenText, wholeValue } from "./written-text.ts";

/**
 * The value of an entry whose table is asked for credentials: that of a relay, or of a listener with `auth`. Undefined where
 * only the keys count, as in conditions, and for a placeholder.
 */
export function valueOfCredentials(entry: TableEntry, use: TableUse): WrittenText | undefined {
  const value = use.place === "relay auth" || isListenerAuth(use) ? wholeValue(entry) : undefined;
  return value === undefined || isPlaceholder(value.text) ? undefined : value;
}

/** Whether a table holds the users who may log in. */
export function isListenerAuth({ place, line }: TableUse): boolean {
  return place === undefined && line.kind === "ListenDirective";
}

/** `<password>`, `{{ password }}`, `@PASSWORD@`, `SMTP_PASSWORD`: something else is filled in before smtpd reads it. */
function isPlaceholder(text: string): boolean {
  return /<[^<>]*>|\{\{|@[A-Z_]+@|^[A-Z_]{4,}$/.test(text);
}

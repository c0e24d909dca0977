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

/** At least three characters and less than a line, and something on both sides of the first colon. */
export function isReadable(credentials: string): boolean {
  const colon = credentials.indexOf(":");
  const complete = colon !== 0 && (colon < 0 || colon < credentials.length - 1);
  return complete && credentials.length >= 3 && credentials.length < 2048;
}

/** `<password>`, `{{ password }}`, `@PASSWORD@`, `SMTP_PASSWORD`: something else is filled in before smtpd reads it. */
function isPlaceholder(text: string): boolean {
  return /<[^<>]*>|\{\{|@[A-Z_]+@|^[A-Z_]{4,}$/.test(text);
}

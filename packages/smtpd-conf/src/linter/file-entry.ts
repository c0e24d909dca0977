import { isAtLeast, type Release } from "../language/releases.ts";
import type { Span } from "../parser/source.ts";
import type { TableEntry } from "./table-entries.ts";

/**
 * The comment at the end of an entry in a file, from its `#` on, which smtpd takes for a part of the entry. In a command
 * and in the text of a reply a `#` means something.
 */
export function trailingComment({ key, keySpan, value, valueSpan, inline }: TableEntry): Span | undefined {
  if (inline) return undefined;
  const [text, span] = value === undefined || !valueSpan ? [key, keySpan] : [value, valueSpan];
  if (!text.includes("#") || /^(?:"?\||:?error:)/i.test(text)) return undefined;
  const start = text.startsWith("#") ? 0 : text.search(/[ \t]#/) + 1;
  if (!text.startsWith("#", start)) return undefined;
  return { source: span.source, start: span.start + start, end: span.end };
}

/** The colon of `key : value` in a file, where the release takes it for a part of the value. */
export function detachedColon({ value, valueSpan, inline }: TableEntry, target: Release): Span | undefined {
  if (inline || !valueSpan || !isAtLeast(target, "7.6") || !/^:[ \t]/.test(value ?? "")) return undefined;
  return { source: valueSpan.source, start: valueSpan.start, end: valueSpan.start + 1 };
}

/** Whether smtpd reads an entry of a file in another way than it was meant, so that its parts say nothing. */
export function isMisread(entry: TableEntry, target: Release): boolean {
  return detachedColon(entry, target) !== undefined || trailingComment(entry) !== undefined;
}

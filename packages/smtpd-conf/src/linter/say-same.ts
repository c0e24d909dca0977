import type { Span } from "../parser/source.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Whether two lists have the same findings in the same order: the same words at the same places. Fixes are not compared. */
export function saySame(one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean {
  return one.length === other.length && one.every((finding, index) => saysSame(finding, other[index] as Diagnostic));
}

function saysSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one === other ||
    (one.code === other.code &&
      one.severity === other.severity &&
      one.message === other.message &&
      one.help === other.help &&
      isSamePlace(one.span, other.span) &&
      one.related.length === other.related.length &&
      one.related.every(({ span, message }, index) => {
        const place = other.related[index];
        return message === place?.message && isSamePlace(span, place.span);
      }))
  );
}

function isSamePlace(one: Span, other: Span): boolean {
  return one.source === other.source && one.start === other.start && one.end === other.end;
}

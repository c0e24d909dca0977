import type { Macro } from "../macros/macro-table.ts";
import type { Source, Span } from "../source.ts";

/** Where in the old text what is kept begins to move as far as this. */
interface KeptStretch {
  readonly start: number;
  readonly by: number;
}

/** Where the values of macros went: those in what is kept, and those that were read again and are what they were. */
export interface MovedOrigins {
  readonly source: Source;
  readonly kept: KeptStretch[];
  readonly renewed: { readonly origin: Span; readonly exact: boolean; readonly to: Macro }[];
}

/** Whether two macros have the same value, so that the tokens out of them are the same, too. */
export function sameValue(one: Macro, other: Macro): boolean {
  return one.value === other.value && one.exact === other.exact && one.persistent === other.persistent;
}

/** Where the new text has what stood in the old one at the origin of a token. */
export function movedOrigin({ source, kept, renewed }: MovedOrigins, origin: Span): Span {
  const again = renewed.length === 0 ? undefined : renewed.find((macro) => lies(origin, macro.origin));
  if (again?.exact === false) return again.to.origin;
  if (again !== undefined) return shifted(again.to.origin.source, origin, again.to.origin.start - again.origin.start);
  if (origin.source !== source) return origin;
  const by = kept.findLast((stretch) => stretch.start <= origin.start)?.by ?? 0;
  return by === 0 ? origin : shifted(source, origin, by);
}

function lies(part: Span, whole: Span): boolean {
  return part.source === whole.source && part.start >= whole.start && part.end <= whole.end;
}

function shifted(source: Source, { start, end }: Span, by: number): Span {
  return { source, start: start + by, end: end + by };
}

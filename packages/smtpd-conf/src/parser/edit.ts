import type { Span } from "./source.ts";

/** A replacement of a range of the text; an empty range inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

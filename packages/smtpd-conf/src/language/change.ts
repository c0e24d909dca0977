import type { Release } from "./releases.ts";

/** What a release changed in the meaning of something that kept its name. */
export interface Change {
  readonly release: Release;
  /** One sentence or two, in Markdown; where it is not plain, they say what was so before. */
  readonly text: string;
}

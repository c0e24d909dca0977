import type { Hole } from "./template.ts";

/**
 * What a tag does to the blocks of a template. `open`, `branch` and `close` build one whose text is put out or not;
 * `silence` opens one whose text is not put out there; `capture` opens one that is put out as something else.
 */
export type TagRole = "none" | "open" | "branch" | "close" | "silence" | "capture";

/** A hole with its part in the structure of the template. */
export interface Tag extends Hole {
  readonly role: TagRole;
}

/** What a language says of the inside of a tag. */
export type TagReader = (code: string) => Pick<Tag, "kind" | "role">;

import type { TemplateKind } from "./template-kind.ts";

/** A range of a template: offsets in UTF-16 units from 0, `end` is the first one behind it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What the engine takes away beside a tag. `blanks`: all white space, newlines too. `newline`: one newline, where it
 * follows at once. `perhaps-newline`: the same, but only where the engine is set up so (`trim_blocks`, which Ansible sets
 * and plain Jinja does not). `line`: blanks and the newline of a line on which the tag stands alone.
 */
export type Trim = "none" | "blanks" | "newline" | "perhaps-newline" | "line";

/** A part of a template that is no text of the configuration. */
export interface Hole extends Range {
  /** `value`: text takes its place. `control`: nothing does, but it decides about other text. `comment`: nothing does. */
  readonly kind: "value" | "control" | "comment";
  /** Equal for holes that stand for the same text, as far as the template tells. */
  readonly expression: string;
  readonly trimsBefore: Trim;
  readonly trimsAfter: Trim;
}

/** Parts of a text of which at most one is there, or which are repeated: `if`, `else`, a loop. */
export interface Block {
  readonly branches: readonly Range[];
}

/** A template with what is known of it. */
export interface Template {
  readonly kind: TemplateKind;
  /** As it was written. */
  readonly source: string;
  /**
   * The text with words for its values and blanks for all else that is no configuration. It has the length and the lines
   * of the template, so that offsets mean the same in both. All branches of all blocks are in it.
   */
  readonly text: string;
  /** In the order of the text. None overlaps another. */
  readonly holes: readonly Hole[];
  /** Outer blocks before those within them. */
  readonly blocks: readonly Block[];
  /** Text that is not put out where it stands, such as the body of a macro. */
  readonly silent: readonly Range[];
}

import type { Release } from "../../language/releases.ts";
import type { Configuration } from "../configuration.ts";
import type { Expanded } from "../lexer/scanner.ts";
import type { Macro } from "../macros/macro-table.ts";
import type { ParseInput } from "../parse-input.ts";
import { mostInclusions, type Reading } from "../reading.ts";

/** What the reading of a configuration leaves behind for an update of it. */
export interface ReadingTrail {
  readonly target: Release;
  /** The `-D` definitions as they were given, and the macros that they made. */
  readonly given: readonly string[];
  readonly givenMacros: readonly Macro[];
  /**
   * Offsets in the file itself, ascending, at which the reading of a line ended and nothing was pending: nothing open,
   * nothing looked at ahead. Only the macros of the lines before them matter to what follows.
   */
  readonly restingPoints: readonly number[];
  /** Every macro that the texts define, in the order of reading. */
  readonly definitions: readonly Macro[];
  /** What macros added to the text, or more. */
  readonly expanded: Expanded;
}

const trails = new WeakMap<Configuration, ReadingTrail>();

/** The trail of a configuration, which is gone then: it serves one update. Undefined where there is none. */
export function takeTrail(configuration: Configuration): ReadingTrail | undefined {
  const trail = trails.get(configuration);
  trails.delete(configuration);
  return trail;
}

/** The trail of a configuration; undefined where it cannot be updated. */
export function trailOf(configuration: Configuration): ReadingTrail | undefined {
  return trails.get(configuration);
}

/**
 * Keeps what was noted on the way for as long as the configuration lives, unless reading stopped early, left includes
 * out, or met bytes that smtpd takes for marks of its own. `expanded` is what macros added to all that is in it.
 */
export function leaveTrail(
  configuration: Configuration,
  input: ParseInput,
  reading: Reading,
  expanded: Expanded = reading.scanner.expanded(),
): void {
  const { stoppedAt, inclusions, macros } = configuration;
  if (stoppedAt !== undefined || inclusions.length > mostInclusions || hasMarks(input.text)) return;
  trails.set(configuration, {
    target: reading.target,
    given: input.definitions ?? [],
    givenMacros: [...macros.values()].filter((macro) => macro.persistent),
    restingPoints: reading.restingPoints,
    definitions: reading.definitions,
    expanded,
  });
}

/** Whether a text has bytes that smtpd takes for the ends of a macro's value. */
export function hasMarks(text: string): boolean {
  return text.includes("\u0001") || text.includes("\u0002");
}

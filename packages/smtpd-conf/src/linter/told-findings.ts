import type { Line } from "../parser/ast/nodes.ts";
import type { Source } from "../parser/source.ts";
import type { TextChange } from "../parser/update/text-change.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LintGiven } from "./lint-stages.ts";

/** The findings that were told last, and what has happened to the text since. */
export interface ToldFindings {
  readonly lines: readonly Line[];
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where nobody knows. */
  readonly changes: readonly TextChange[] | undefined;
}

/** Keeps what is told of a text. */
export function toldOf({ configuration }: LintGiven, diagnostics: readonly Diagnostic[]): ToldFindings {
  const { lines, sources } = configuration;
  return { lines: lines.slice(), sources: sources.slice(), diagnostics, changes: [] };
}

/** Takes in that the text was changed once more. */
export function changedSince(told: ToldFindings, changes: readonly TextChange[] | undefined): ToldFindings {
  const known = told.changes !== undefined && changes !== undefined;
  return { ...told, changes: known ? [...told.changes, ...changes] : undefined };
}

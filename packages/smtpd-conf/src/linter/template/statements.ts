import type { Line } from "../../parser/ast/nodes.ts";
import type { Configuration, SyntaxFailure } from "../../parser/configuration.ts";
import type { MacroUse } from "../../parser/macros/macro-use.ts";
import type { Span } from "../../parser/source.ts";
import type { Rendering, Seam } from "../../parser/template/render-template.ts";
import { rangesTouching } from "../../parser/template/sorted-ranges.ts";
import type { Hole, Range } from "../../parser/template/template.ts";

/** A statement of a filled template; the range takes in the whole of its lines. */
export interface TriedStatement extends Range {
  readonly line: Line;
  /** Why the grammar refuses it. */
  readonly failure: SyntaxFailure | undefined;
  /** What stands for holes in it; none in most. */
  readonly seams: readonly Seam[];
  /** Where it stands in the template. */
  readonly inTemplate: Range | undefined;
}

/** The statements of the template itself; those of included files have no holes. */
export function statementsOf(
  configuration: Configuration,
  rendering: Rendering,
  isInline: (hole: Hole) => boolean,
): TriedStatement[] {
  const [source] = configuration.sources;
  const failures = new Map(configuration.syntaxFailures.map((failure) => [failure.line as Line, failure]));
  const comments = configuration.comments.filter((comment) => comment.source === source);
  const seams = rendering.seams.filter((seam) => isLive(seam, comments));
  const uses = configuration.macroUses.filter((use) => use.source === source);
  return configuration.lines
    .filter((line) => line.source === source)
    .map((line) => {
      const range = wholeLines(rendering.text, line);
      const own = rangesTouching(seams, range).filter((seam) => belongsTo(seam, line, range, isInline));
      return {
        ...range,
        line,
        failure: failures.get(line),
        seams: [...own, ...seamsOfMacros(rangesTouching(uses, range), seams)],
        inTemplate: linesInTemplate(range, rendering),
      };
    });
}

/** What takes no part: a comment of the template, and a hole in a comment of the configuration. */
function isLive({ hole, start, end }: Seam, comments: readonly Span[]): boolean {
  if (hole.kind === "comment") return false;
  return !rangesTouching(comments, { start, end }).some((comment) => comment.start < start && end <= comment.end);
}

function wholeLines(text: string, { start, end }: Range): Range {
  const newline = text.indexOf("\n", Math.max(start, end - 1));
  return { start: startOfLines(text, start), end: newline < 0 ? text.length : newline };
}

/** The lines of the template that whole lines come from: values have no newlines, so those around them are its own. */
function linesInTemplate({ start, end }: Range, { text, rangeInTemplate }: Rendering): Range | undefined {
  const before = start === 0 ? { start: 0, end: 0 } : rangeInTemplate({ start: start - 1, end: start });
  const behind = end === text.length ? undefined : rangeInTemplate({ start: end, end: end + 1 });
  if (before === undefined || (behind === undefined && end < text.length)) return undefined;
  return { start: before.end, end: behind?.start ?? Number.POSITIVE_INFINITY };
}

/** Where the line begins, or the first of those that backslashes join to it. */
function startOfLines(text: string, offset: number): number {
  let start = text.lastIndexOf("\n", offset - 1) + 1;
  while (start > 1 && text.charAt(start - 2) === "\\") start = text.lastIndexOf("\n", start - 2) + 1;
  return start;
}

/** A tag that decides about other text and stands on a line of its own belongs to no statement, unless one goes on behind it. */
function belongsTo(seam: Seam, line: Range, whole: Range, isInline: (hole: Hole) => boolean): boolean {
  if (seam.start < whole.start || seam.end > whole.end) return false;
  if (seam.hole.kind === "value" || isInline(seam.hole)) return true;
  return line.start < seam.start && seam.start < line.end;
}

/** The holes in the values of the macros that a statement uses, where it uses them. */
function seamsOfMacros(uses: readonly MacroUse[], seams: readonly Seam[]): Seam[] {
  return uses.flatMap(({ source, start, end, macro }) => {
    if (macro === undefined || macro.origin.source !== source) return [];
    const inside = rangesTouching(seams, macro.origin);
    return inside.some(({ hole }) => hole.kind === "value") ? inside.map((seam) => ({ ...seam, start, end })) : [];
  });
}

/** Whether the grammar refuses a statement before it comes to a hole, so that nothing in one can mend it. */
export function failsBeforeHoles({ failure, seams }: TriedStatement): boolean {
  if (failure === undefined) return false;
  const { end } = failure.token ?? failure.end;
  return seams.every((seam) => seam.start > end);
}

/** Whether two ranges overlap or meet. */
export function touch(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

import type { Line } from "../../parser/ast/nodes.ts";
import type { Configuration, SyntaxFailure } from "../../parser/configuration.ts";
import type { Span } from "../../parser/source.ts";
import type { Rendering, Seam } from "../../parser/template/render-template.ts";
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
  const seams = rendering.seams.filter((seam) => isLive(seam, configuration));
  return configuration.lines
    .filter((line) => line.source === source)
    .map((line) => {
      const range = wholeLines(rendering.text, line);
      const own = seams.filter((seam) => belongsTo(seam, line, range, isInline));
      return {
        ...range,
        line,
        failure: failures.get(line),
        seams: [...own, ...seamsOfMacros({ ...range, source: line.source }, configuration, seams)],
        inTemplate: rendering.rangeInTemplate(range),
      };
    });
}

/** What takes no part: a comment of the template, and a hole in a comment of the configuration. */
function isLive({ hole, start, end }: Seam, { comments, sources }: Configuration): boolean {
  if (hole.kind === "comment") return false;
  return !comments.some((comment) => comment.source === sources[0] && comment.start < start && end <= comment.end);
}

function wholeLines(text: string, { start, end }: Range): Range {
  const newline = text.indexOf("\n", Math.max(start, end - 1));
  return { start: startOfLines(text, start), end: newline < 0 ? text.length : newline };
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

/** The holes in the values of the macros that a statement uses. */
function seamsOfMacros(line: Span, { macroUses, sources }: Configuration, seams: readonly Seam[]): Seam[] {
  return macroUses.flatMap((use) => {
    if (use.source !== line.source || use.start < line.start || use.end > line.end) return [];
    const origin = use.macro?.origin;
    if (origin === undefined || origin.source !== sources[0]) return [];
    const inside = seams.some(
      (seam) => seam.start <= origin.end && origin.start <= seam.end && seam.hole.kind === "value",
    );
    return inside
      ? seams.filter((seam) => touch(seam, origin)).map((seam) => ({ ...seam, start: use.start, end: use.end }))
      : [];
  });
}

/** Whether two ranges overlap or meet. */
export function touch(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

import type { Span } from "../source.ts";
import type { Lexeme } from "./lexeme.ts";

/** A line with the comment at its end, if there is one. `code` is what stands before it: blanks where it stands alone. */
export interface CommentedLine {
  readonly code: string;
  readonly comment: Lexeme | undefined;
}

/** Neighbouring lines whose comments stand below each other. */
type Run = readonly CommentedLine[];

const tabWidth = 8;

/**
 * Puts the comments at the ends of neighbouring lines below each other, where they fit; else each goes one blank behind
 * its line. A comment on a line of its own that stood exactly below one at the end of a line goes on with it.
 */
export function alignComments(lines: readonly CommentedLine[], width: number): string[] {
  return runsOf(lines).flatMap((run) => alignRun(run, width));
}

function runsOf(lines: readonly CommentedLine[]): readonly Run[] {
  const runs: CommentedLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && isInRun(line, before, run)) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function isInRun({ code, comment }: CommentedLine, before: CommentedLine, run: Run): boolean {
  if (comment === undefined || before.comment === undefined || isBlank(run[0]?.code ?? "")) return false;
  return !isBlank(code) || columnOf(comment) === columnOf(before.comment);
}

function alignRun(run: Run, width: number): string[] {
  const column = run.reduce((most, { code }) => Math.max(most, lastLineOf(code).length), 0) + 1;
  const fits = run.every(({ comment }) => comment === undefined || column + commentText(comment).length <= width);
  let own = 0;
  return run.map(({ code, comment }, index) => {
    if (comment === undefined) return code;
    if (isBlank(code) && index === 0) return code + commentText(comment);
    if (!isBlank(code)) own = lastLineOf(code).length + 1;
    const start = isBlank(code) ? "" : code;
    return start + " ".repeat((fits ? column : own) - lastLineOf(start).length) + commentText(comment);
  });
}

/** A comment without the blanks at its end. One that ends in a backslash keeps them: they are all that ends it. */
export function commentText({ text }: Lexeme): string {
  const trimmed = text.replace(/[ \t]+$/, "");
  return trimmed.endsWith("\\") ? text : trimmed;
}

function isBlank(code: string): boolean {
  return code.trim() === "";
}

/** What of some text stands on its last line: a string in quotes can go over several. */
export function lastLineOf(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

/** The column that a place stands in, from 0. */
function columnOf({ source, start }: Span): number {
  const before = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
  let column = 0;
  for (const character of before) column += character === "\t" ? tabWidth - (column % tabWidth) : 1;
  return column;
}

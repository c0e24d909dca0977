import { alignComments, type CommentedLine } from "./align-comments.ts";
import { type LayoutOptions, layOut } from "./lay-out.ts";
import type { Row } from "./row.ts";

/** A range of the text with what is to stand there. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A row as it is to be; without a line where it stays as it is. */
interface Rendered {
  readonly row: Row;
  readonly line: CommentedLine | undefined;
  /** Blank lines stand before it. */
  readonly isApart: boolean;
}

/** The whole text in sections: the rows, and the blank lines between them. */
export function renderRows(rows: readonly Row[], text: string, options: LayoutOptions): readonly Section[] {
  const blocks = blocksOf(renderEach(rows, options));
  const sections: Section[] = [];
  let position = 0;
  for (const [{ row, isApart }, body] of blocks.flatMap((block) => renderBlock(block, text, options))) {
    const end = Math.min(row.end + 1, text.length);
    sections.push(
      { start: position, end: row.start, text: isApart ? "\n" : "" },
      { start: row.start, end, text: body },
    );
    position = end;
  }
  return [...sections, { start: position, end: text.length, text: "" }];
}

function renderEach(rows: readonly Row[], options: LayoutOptions): readonly Rendered[] {
  const rendered: Rendered[] = [];
  for (const row of rows) {
    const before = rendered.at(-1);
    const isApart = before !== undefined && row.start > before.row.end + 1;
    const line = before !== undefined && !isApart && goesOnWith(row, before) ? undefined : lineOf(row, options);
    rendered.push({ row, line, isApart });
  }
  return rendered;
}

/** Whether an indented comment belongs to lines above it that stay as they are. */
function goesOnWith(row: Row, before: Rendered): boolean {
  return before.line === undefined && row.kind === "comment" && row.comment.start > row.start;
}

function lineOf(row: Row, options: LayoutOptions): CommentedLine | undefined {
  if (row.kind === "other") return undefined;
  if (row.kind === "comment") return { code: "", comment: row.comment };
  const plainNewlines = options.plainNewlines || row.hasLateNewline;
  return { code: layOut(row.units, { ...options, plainNewlines }).join("\n"), comment: row.comment };
}

/** Divides the rows at blank lines, and around those that stay as they are. */
function blocksOf(rows: readonly Rendered[]): readonly (readonly Rendered[])[] {
  const blocks: Rendered[][] = [];
  for (const [index, row] of rows.entries()) {
    const isDivided = row.isApart || row.line === undefined || rows[index - 1]?.line === undefined;
    if (isDivided) blocks.push([]);
    blocks.at(-1)?.push(row);
  }
  return blocks;
}

function renderBlock(
  block: readonly Rendered[],
  text: string,
  { width }: LayoutOptions,
): readonly (readonly [Rendered, string])[] {
  const lines = alignComments(
    block.flatMap(({ line }) => line ?? []),
    width,
  );
  return block.map((rendered, index) => {
    const { row, line } = rendered;
    return [rendered, line === undefined ? text.slice(row.start, row.end + 1) : `${lines[index]}\n`];
  });
}

import { formatPatch, type StructuredPatch, structuredPatch } from "diff";
import { type Ink, openPaint } from "./paint.ts";
import { visible } from "./visible.ts";

/** How a diff is to look. */
export interface DiffLook {
  readonly colored: boolean;
  /**
   * Whether somebody looks at it. Then characters that a terminal obeys become pictures; otherwise the diff holds the
   * texts character for character, so that `patch` can use it.
   */
  readonly shown: boolean;
}

/** Lines around each change. */
const context = 3;

/** Lines that are removed and added at most: for more, finding the smallest diff takes too long. */
const mostChanges = 4000;

/**
 * The change from one text to another, as `patch -p1` and `git apply` take it: `--- a/…`, `+++ b/…` and hunks. Empty where
 * the texts are the same. The names are ASCII, whatever the path: the others are escaped as git does. A text that was
 * decoded as latin1 gives a diff to be encoded as latin1.
 */
export function unifiedDiff(path: string, before: string, after: string, { colored, shown }: DiffLook): string {
  if (before === after) return "";
  const name = path.replace(/^(?:\.?\/+)+/, "");
  const options = { context, maxEditLength: mostChanges };
  const patch =
    structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, options) ??
    wholePatch(name, before, after);
  const lines = withTabs(
    formatPatch(patch, { includeFileHeaders: true, includeIndex: false, includeUnderline: false }),
  );
  return shown || colored ? shownLines(lines, colored) : lines;
}

/** One hunk that replaces everything. */
function wholePatch(name: string, before: string, after: string): StructuredPatch {
  const [removed, added] = [markedLines("-", before), markedLines("+", after)];
  return {
    oldFileName: `a/${name}`,
    newFileName: `b/${name}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [
      {
        oldStart: 1,
        oldLines: numberOfLines(before),
        newStart: 1,
        newLines: numberOfLines(after),
        lines: [...removed, ...added],
      },
    ],
  };
}

function numberOfLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") || text === "" ? 1 : 0);
}

function markedLines(mark: string, text: string): string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  const isComplete = lines.at(-1) === "";
  if (isComplete) lines.pop();
  const marked = lines.map((line) => mark + line);
  return isComplete ? marked : [...marked, "\\ No newline at end of file"];
}

/** A tab behind the names says where one with spaces ends; they are on the first two lines. */
function withTabs(patch: string): string {
  const [before = "", after = "", ...hunks] = patch.split("\n");
  return [...[before, after].map((line) => (/ .* /.test(line) ? `${line}\t` : line)), ...hunks].join("\n");
}

function shownLines(patch: string, colored: boolean): string {
  const paint = openPaint(colored);
  const lines = patch.slice(0, -1).split("\n");
  const painted = lines.map((line, index) => {
    const ink = index < 2 ? "strong" : inks[line[0] ?? ""];
    const text = visible(line, "kept");
    return ink === undefined ? text : paint(ink, text);
  });
  return `${painted.join("\n")}\n`;
}

/** By the first character of a line. */
const inks: Readonly<Record<string, Ink>> = { "-": "error", "+": "good", "@": "frame", "\\": "code" };

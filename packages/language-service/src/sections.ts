import { type Line, type Span, textOf } from "smtpd-conf";
import { linesOf } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** Statements under a heading. */
export interface Section {
  readonly name: string;
  /** The comment that names it. */
  readonly heading: Span;
  readonly lines: readonly Line[];
}

/** The statements of a document, those above the first heading apart. */
export interface Sections {
  readonly above: readonly Line[];
  readonly sections: readonly Section[];
}

/**
 * Divides a document by its headings: comments of a line of their own that have rules around their words,
 * `# --- customers ---`. A heading without statements makes no section.
 */
export function sectionsOf(snapshot: Snapshot): Sections {
  const lines = linesOf(snapshot);
  const headings = headingsBetween(lines, snapshot);
  let next = lines.findIndex(({ start }) => start > (headings[0]?.span.start ?? Number.POSITIVE_INFINITY));
  const above = next < 0 ? lines : lines.slice(0, next);
  if (next < 0) return { above, sections: [] };
  const sections = headings.flatMap(({ name, span }, index) => {
    const limit = headings[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const first = next;
    while (next < lines.length && (lines[next] as Line).start < limit) next++;
    return first === next ? [] : [{ name, heading: span, lines: lines.slice(first, next) }];
  });
  return { above, sections };
}

interface Heading {
  readonly name: string;
  readonly span: Span;
}

/** The headings that stand in no statement. */
function headingsBetween(lines: readonly Line[], { configuration, source }: Snapshot): readonly Heading[] {
  let line = 0;
  return configuration.comments.flatMap((span) => {
    if (span.source !== source) return [];
    const name = nameOfHeading(textOf(span));
    if (name === undefined) return [];
    while (line < lines.length && (lines[line] as Line).end <= span.start) line++;
    const isWithin = (lines[line]?.start ?? span.end) < span.start;
    return isWithin || !isAlone(span) ? [] : [{ name, span }];
  });
}

const longestHeading = 200;

/** The words between the rules of a heading; undefined for any other comment. */
function nameOfHeading(comment: string): string | undefined {
  if (comment.length > longestHeading) return undefined;
  const [, name] = /^#+[ \t]*[-=*~#]{2,}[ \t]*([^\s\-=*~#][^\n]*?)[ \t]*[-=*~#]{2,}[ \t]*$/.exec(comment) ?? [];
  return name;
}

/** Whether nothing but blanks stands before a comment on its line. */
function isAlone({ source: { text }, start }: Span): boolean {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
}

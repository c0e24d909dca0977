import type { Configuration } from "../../parser/configuration.ts";
import type { Span } from "../../parser/source.ts";
import type { Diagnostic, Edit, Fix } from "../diagnostic.ts";
import { rulesOnSuppressions } from "./suppression.ts";
import { suppressionComments } from "./suppression-comments.ts";
import { placeOfFinding } from "./suppression-index.ts";
import { suppressionRanges } from "./suppression-ranges.ts";

/**
 * A fix that silences a finding of a rule with a `disable-next-line` above its statement, or by its code in one that is
 * there already. Undefined for what smtpd refuses, which nothing silences, and for what stands on the command line or where
 * smtpd reads nothing.
 */
export function suppressionFix(diagnostic: Diagnostic, configuration: Configuration): Fix | undefined {
  const { code, kind, span } = diagnostic;
  const place = placeOfFinding(span);
  if (kind === "check" || place.source.kind !== "file" || isUnread(place, configuration)) return undefined;
  const edit = rulesOnSuppressions.has(code)
    ? insertion({ ...place, start: 0 }, `# smtpd-lint: disable-file ${code}`)
    : (addition(place, code, configuration) ?? newComment(place, code, configuration));
  return { title: `Silence "${code}" here`, safe: false, edits: [edit] };
}

/** Whether a place lies behind the NUL byte at which smtpd stops. */
function isUnread({ source, start }: Span, { stoppedAt, skipped }: Configuration): boolean {
  if (stoppedAt === undefined) return false;
  return skipped.some((unread) => isWithin({ source, start }, unread));
}

function isWithin({ source, start }: Pick<Span, "source" | "start">, outer: Span): boolean {
  return source === outer.source && start >= outer.start && start <= outer.end;
}

/** Adds the code to the comment above that silences others here. */
function addition(place: Span, code: string, configuration: Configuration): Edit | undefined {
  const comments = suppressionComments(configuration).filter(({ word }) => word === "disable-next-line");
  const { suppressions } = suppressionRanges(configuration, comments);
  const above = suppressions.findLast(({ code: named, range }) => named !== undefined && isWithin(place, range));
  const last = above?.comment.codes.at(-1)?.span;
  return last && { span: { ...last, start: last.end }, text: `, ${code}` };
}

/** A comment on a line of its own, indented as the statement is. */
function newComment(place: Span, code: string, configuration: Configuration): Edit {
  const { source } = place;
  const start = lineForComment(place, configuration);
  const [indent] = /^[ \t]*/.exec(source.text.slice(start)) ?? [""];
  return insertion({ source, start, end: start }, `${indent}# smtpd-lint: disable-next-line ${code}`);
}

/** Of the line of a place and those above, where the first begins that is neither within a statement nor within a comment. */
function lineForComment({ source, start }: Span, { lines, comments, skipped }: Configuration): number {
  const nodes: readonly Span[] = [...lines, ...comments, ...skipped].filter((node) => node.source === source);
  const lineOf = (offset: number) => source.text.slice(0, offset).lastIndexOf("\n") + 1;
  let line = lineOf(nodes.find((node) => node.start <= start && start <= node.end)?.start ?? start);
  for (;;) {
    const within = nodes.find((node) => node.start < line && line <= node.end);
    if (within === undefined) return line;
    line = lineOf(within.start);
  }
}

/** A line before the one that begins at a place. */
function insertion({ source, start }: Span, line: string): Edit {
  return { span: { source, start, end: start }, text: `${line}\n` };
}

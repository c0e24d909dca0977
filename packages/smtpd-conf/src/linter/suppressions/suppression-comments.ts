import type { Configuration } from "../../parser/configuration.ts";
import { type Span, textOf } from "../../parser/source.ts";
import type { NamedCode, SuppressionComment } from "./suppression.ts";

/** All comments for smtpd-lint, in the order in which the files are read. */
export function suppressionComments({ sources, comments }: Configuration): readonly SuppressionComment[] {
  if (!sources.some(({ text }) => text.includes("smtpd-lint"))) return [];
  return comments.flatMap(commentsIn);
}

/**
 * A line of a comment that is for us: `# smtpd-lint:`, or what is meant to be that, without the colon and with one of our
 * words behind it, or with a hyphen, as ESLint has it. Prose can begin with `smtpd-lint disable`.
 */
const opening =
  /^[ \t]*#+[ \t]*smtpd-lint(?:[ \t]*:|(?=[ \t]+disable-(?:next-line|line|file)(?![\w-]))|-(?=(?:disable(?:-next-line|-line|-file)?|enable)(?![\w-])))/;

/** Those in one comment of a file: of one that backslashes carry on over more lines, each of its lines may begin another. */
function commentsIn(comment: Span): SuppressionComment[] {
  const text = textOf(comment);
  if (!text.includes("smtpd-lint")) return [];
  const starts: number[] = [];
  for (let start = 0; start >= 0 && start < text.length; start = nextLine(text, start)) {
    if (opening.test(text.slice(start, nextLine(text, start, text.length)))) starts.push(start);
  }
  return starts.map((start, index) => {
    const { source } = comment;
    const end = index + 1 < starts.length ? comment.start + (starts[index + 1] ?? 0) - 2 : comment.end;
    return readComment({ source, start: comment.start + start, end }, comment);
  });
}

function nextLine(text: string, from: number, atEnd = -1): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? atEnd : newline + 1;
}

function readComment(lines: Span, host: Span): SuppressionComment {
  const { source } = lines;
  // What carries a comment on into its next line counts as blanks, so that offsets stay what they are.
  const text = textOf(lines).replace(/\\\n[ \t]*#*/g, (fold) => " ".repeat(fold.length));
  const [head = ""] = opening.exec(text) ?? [];
  const dashes = /(?<=\s)--+/.exec(text);
  const list = text.slice(0, dashes?.index ?? text.length);
  const reason = dashes === null ? "" : text.slice(dashes.index + dashes[0].length).trim();
  const spanOf = (start: number, end: number) => ({ source, start: lines.start + start, end: lines.start + end });
  const [word, ...codes] = Array.from(list.slice(head.length).matchAll(/[^\s,]+/g), ({ 0: text, index }): Written => {
    const start = head.length + index;
    return { text, span: spanOf(start, start + text.length) };
  });
  return {
    word: word?.text ?? "",
    wordSpan: word?.span ?? spanOf(head.length, head.length),
    colon: head.endsWith(":"),
    codes: codes.map((_, index) => namedCode(codes, index)),
    reason: reason === "" ? undefined : reason,
    span: { ...lines, start: lines.start + text.indexOf("#") },
    host,
  };
}

interface Written {
  readonly text: string;
  readonly span: Span;
}

/** With a code goes what stands before the next one; with the last, what stands behind the one before it. */
function namedCode(codes: readonly Written[], index: number): NamedCode {
  const { text, span } = codes[index] as Written;
  const next = codes[index + 1]?.span.start;
  const withComma =
    next === undefined ? { ...span, start: codes[index - 1]?.span.end ?? span.start } : { ...span, end: next };
  return { code: text, span, withComma };
}

import type { Configuration } from "../configuration.ts";
import type { Source, Span } from "../source.ts";

/**
 * The text of one of the configuration's sources, put together from its tree: the tokens of all statements, the
 * comments, the uses of macros and what smtpd drops unread, in the order of the text. Of the text between them only
 * blanks are taken (spaces, tabs, newlines, backslashes outside words, the marks 0x01 and 0x02). So it equals
 * `source.text` exactly as long as the tree has lost nothing.
 */
export function print(configuration: Configuration, source: Source): string {
  return printSpans(source, lexemes(configuration).get(source) ?? []);
}

/** Puts the text of a source together from these ranges of it, in order, and the blanks between them. */
function printSpans(source: Source, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of spans) {
    if (start > position) pieces.push(blanksOf(source.text.slice(position, start)));
    if (end > position) pieces.push(source.text.slice(Math.max(position, start), end));
    position = Math.max(position, end);
  }
  pieces.push(blanksOf(source.text.slice(position)));
  return pieces.join("");
}

/** What of a gap is no part of any token: smtpd's lexer skips these outside words and quotes. */
function blanksOf(gap: string): string {
  return gap.replace(/[^ \t\n\\\u0001\u0002]+/g, "");
}

/**
 * Everything that was made of each source, by place: tokens, comments, uses of macros, dropped text. Ranges can overlap:
 * a macro with several words makes several tokens of one range.
 */
export function lexemes(configuration: Configuration): ReadonlyMap<Source, readonly Span[]> {
  const bySource = new Map<Source, Span[]>(configuration.sources.map((source) => [source, []]));
  const add = (span: Span) => void bySource.get(span.source)?.push(span);
  for (const line of configuration.lines) line.tokens.forEach(add);
  configuration.comments.forEach(add);
  configuration.macroUses.forEach(add);
  configuration.skipped.forEach(add);
  if (configuration.stoppedAt !== undefined) add(configuration.stoppedAt);
  for (const spans of bySource.values()) spans.sort((a, b) => a.start - b.start);
  return bySource;
}

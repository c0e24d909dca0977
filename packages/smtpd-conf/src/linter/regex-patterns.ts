import type { TableUse } from "../model/tables.ts";
import type { Token } from "../parser/lexer/token.ts";
import { type Span, textOf } from "../parser/source.ts";
import { foldCase } from "../runtime/domain-pattern.ts";
import type { CheckContext, Problem } from "./check.ts";
import type { Fix } from "./diagnostic.ts";
import { rewrite } from "./fix.ts";
import { reportEntries } from "./report-entries.ts";
import type { TableEntry } from "./table-entries.ts";
import { spanWithin } from "./written-text.ts";

/** An entry that smtpd takes as a regular expression. */
export interface WrittenPattern {
  /** As it was written. */
  readonly text: string;
  /** As smtpd keeps it and compiles it: in lower case. */
  readonly pattern: string;
  readonly span: Span;
  /** Where a part of it stands, by its place in the text; the whole where that was written with escapes or in a macro. */
  readonly part: (start: number, length: number) => Span;
  /** A fix that writes another pattern; none in a file of its own, and none where a macro wrote this one. */
  readonly rewritten: (title: string, text: string, safe?: boolean) => Fix[];
}

/** A visitor that reports what `judge` finds wrong with regular expressions. */
export function reportPatterns(
  context: CheckContext,
  judge: (pattern: WrittenPattern, use: TableUse) => Problem | undefined,
): ReturnType<typeof reportEntries> {
  return reportEntries(context, ["regex"], (entry, use) => judge(patternOf(entry), use));
}

/** The regular expression that an entry is. */
export function patternOf({ key, keySpan, inline }: TableEntry): WrittenPattern {
  return {
    text: key,
    pattern: foldCase(key),
    span: keySpan,
    part: (start, length) => spanWithin(keySpan, key, key.slice(start, start + length), start),
    rewritten: (title, text, safe = false) => (inline ? rewritePattern(keySpan as Token, title, text, safe) : []),
  };
}

/** Writes a pattern within quotes, where smtpd keeps a backslash unless a quote or white space is behind it. */
function rewritePattern(word: Token, title: string, text: string, safe: boolean): Fix[] {
  const quote = word.quoted ? textOf(word).charAt(0) : '"';
  if (text.includes(quote) || /\n|\\(?:["' \t]|$)/.test(text)) return [];
  return rewrite(title, [[word, `${quote}${text}${quote}`]], safe);
}

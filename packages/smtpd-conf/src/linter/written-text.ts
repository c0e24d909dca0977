import type { Token } from "../parser/lexer/token.ts";
import { type Span, textOf } from "../parser/source.ts";
import type { Fix } from "./diagnostic.ts";
import { asWord, rewrite } from "./fix.ts";
import { isEditable } from "./place.ts";
import type { TableEntry } from "./table-entries.ts";

/** A text in a table that smtpd compares or reads, and how another one can be written in its place. */
export interface WrittenText {
  readonly text: string;
  readonly span: Span;
  /** A fix that writes another text; none in a file of its own, and none where a macro wrote the text. */
  readonly rewritten: (title: string, text: string, safe?: boolean) => Fix[];
}

/** The key of an entry. */
export function keyOf({ key, keySpan }: TableEntry): WrittenText {
  return { text: key, span: keySpan, rewritten: (title, text, safe) => rewriteWord(keySpan, title, text, safe) };
}

/** A part of the value of an entry, by its place in the value. Undefined for an entry without a value. */
export function partOfValue({ value, valueSpan }: TableEntry, text: string, offset: number): WrittenText | undefined {
  if (value === undefined || valueSpan === undefined) return undefined;
  const span = spanWithin(valueSpan, value, text, offset);
  return {
    text,
    span,
    rewritten: (title, replacement, safe) => rewritePart(valueSpan, span, title, replacement, safe),
  };
}

/** The whole value of an entry. Undefined for an entry without one. */
export function wholeValue({ value, valueSpan }: TableEntry): WrittenText | undefined {
  if (value === undefined || valueSpan === undefined) return undefined;
  return {
    text: value,
    span: valueSpan,
    rewritten: (title, text, safe) => rewriteWord(valueSpan, title, text, safe),
  };
}

/** The word that the text of an inline table is; undefined for a place in a file of its own. */
function wordAt(span: Span): Token | undefined {
  return "tokenTypeIdx" in span ? (span as Token) : undefined;
}

/** Whether a key or value is a word of the configuration that was written where it stands. */
export function isWrittenHere(span: Span): boolean {
  const word = wordAt(span);
  return word !== undefined && isEditable(word);
}

function rewriteWord(span: Span, title: string, text: string, safe = false): Fix[] {
  const word = wordAt(span);
  if (word === undefined || /["\\\n]/.test(text)) return [];
  return rewrite(title, [[word, word.quoted ? `"${text}"` : asWord(text)]], safe);
}

/** Only within quotes: there a part can become anything without becoming another word. */
function rewritePart(whole: Span, span: Span, title: string, text: string, safe = false): Fix[] {
  const word = wordAt(whole);
  if (word === undefined || !word.quoted || span === whole || !isEditable(word) || /["'\\\n]/.test(text)) return [];
  return [{ title, safe, edits: [{ span, text }] }];
}

/** The range of a part, or the whole where it was written in another way (with escapes, or in a macro). */
export function spanWithin(whole: Span, value: string, text: string, offset: number): Span {
  const written = textOf(whole);
  const start = written.indexOf(value);
  if (start < 0 || !value.startsWith(text, offset)) return whole;
  const from = whole.start + start + offset;
  return { source: whole.source, start: from, end: from + text.length };
}

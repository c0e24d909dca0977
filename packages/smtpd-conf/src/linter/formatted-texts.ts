import type { Line } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { Span } from "../parser/source.ts";
import type { Fix } from "./diagnostic.ts";
import { isEditable } from "./place.ts";
import { spanWithin } from "./written-text.ts";

/** A text in which smtpd expands format specifiers when it delivers. */
export interface FormattedText {
  readonly word: Word;
  /** `wrapper`: the command of an `mda wrapper` statement; else the method of an action. */
  readonly use: "maildir" | "lmtp" | "mda" | "wrapper";
}

/** The text of a statement in which format specifiers are expanded; undefined for a statement without one. */
export function formattedText(line: Line): FormattedText | undefined {
  if (line.kind === "WrapperDirective") return { word: line.command, use: "wrapper" };
  if (line.kind !== "ActionDirective") return undefined;
  const { name, argument } = line.method;
  if (argument?.kind !== "String" || (name !== "maildir" && name !== "lmtp" && name !== "mda")) return undefined;
  return { word: argument, use: name };
}

/** A part of the value of a word, in UTF-16 units from 0, half open. */
export interface PartPlace {
  readonly start: number;
  readonly end: number;
}

/** Where a part of a word is written; the whole word where that has escapes or comes out of a macro. */
export function spanOfPart(word: Word, { start, end }: PartPlace): Span {
  return start < end ? spanWithin(word, word.value, word.value.slice(start, end), start) : word;
}

/** A fix that replaces parts of a word; none where it has escapes, comes out of a macro, or is not quoted. */
export function rewriteParts(
  title: string,
  word: Word,
  parts: readonly (PartPlace & { readonly text: string })[],
  safe: boolean,
): Fix[] {
  const edits = parts.map((part) => ({ span: spanOfPart(word, part), text: part.text }));
  if (!isEditable(word) || !word.quoted || edits.some(({ span }) => span === word)) return [];
  return [{ title, safe, edits }];
}

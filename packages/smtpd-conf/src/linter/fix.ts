import { isKeyword } from "../language/keywords.ts";
import type { Token } from "../parser/lexer/token.ts";
import { type Span, textOf } from "../parser/source.ts";
import type { Edit, Fix } from "./diagnostic.ts";
import { isEditable } from "./place.ts";

/** A token and what is to stand in its place; the empty text removes it together with the blanks before it. */
export type Rewrite = readonly [token: Token, text: string];

/** A fix that rewrites tokens; none where one of them came out of a macro, so that it cannot be changed where it is. */
export function rewrite(title: string, rewrites: readonly Rewrite[], safe = true): Fix[] {
  if (rewrites.length === 0 || !rewrites.every(([token]) => isEditable(token))) return [];
  return [{ title, safe, edits: rewrites.map(([token, text]) => editOf(token, text)) }];
}

function editOf(token: Token, text: string): Edit {
  return { span: text === "" ? withBlanksBefore(token) : token, text };
}

/** The range with the blanks and tabs before it, unless something follows that they divide from what stands before. */
function withBlanksBefore({ source, start, end }: Span): Span {
  if (/\S/.test(source.text.charAt(end))) return { source, start, end };
  let from = start;
  while (from > 0 && /[ \t]/.test(source.text.charAt(from - 1))) from--;
  return { source, start: from, end };
}

/** The text from one token to another as it was written. */
export function textBetween(first: Token, last: Token): string {
  return textOf({ source: first.source, start: first.start, end: last.end });
}

/** A string as it can be written: bare where smtpd would read it as a word, else in quotes. */
export function asWord(text: string): string {
  const bare = /^[A-Za-z_][\w.:@/*+-]*$/.test(text) && !isKeyword(text);
  return bare ? text : `"${text}"`;
}

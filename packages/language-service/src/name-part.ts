import type { MacroUse, Span, Token } from "smtpd-conf";

/** What holds a name: a word of a statement, or the use of a macro. */
export type NameToken = Token | MacroUse;

/** Whether a name stands there as `$name`. */
export function isMacroUse(token: NameToken): token is MacroUse {
  return "macro" in token;
}

/** The name alone, without its quotes or its dollar sign. A word out of a macro has no such part: the whole `$name` stands for it. */
export function namePartOf(token: NameToken): Span {
  const { source, start, end } = token;
  if (isMacroUse(token)) return { source, start: Math.min(start + 1, end), end };
  if (!token.quoted || token.origin !== undefined) return { source, start, end };
  return { source, start: start + 1, end: Math.max(start + 1, end - 1) };
}

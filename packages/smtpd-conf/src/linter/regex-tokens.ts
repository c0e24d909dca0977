import { parseBracket } from "../runtime/regular-expression/parse-bracket.ts";

/**
 * A piece of a pattern by how it looks. `flag`: the `(?i)` at the beginning. `group`: what opens a group, with what Perl
 * could have behind it. `repeat`: `*`, `+`, `?` or an interval. `any`: a dot. `other`: whatever stands for itself, ends a
 * group, or is a place.
 */
export interface RegexToken {
  readonly kind: "flag" | "escape" | "bracket" | "group" | "repeat" | "any" | "other";
  readonly text: string;
  readonly start: number;
}

const pieces: readonly (readonly [RegexToken["kind"], RegExp])[] = [
  ["escape", /\\./sy],
  ["group", /\((?:\?(?:<[=!]|P?<[^>]*>|[:=!>]|[a-z-]+[:)])?)?/iy],
  ["repeat", /[*+?]|\{[\d,]*\}/y],
  ["any", /\./y],
  ["other", /./sy],
];

/** The pieces of a pattern, also of one that does not compile. Together they are the whole of it. */
export function regexTokens(pattern: string): readonly RegexToken[] {
  const tokens: RegexToken[] = [];
  for (let start = 0; start < pattern.length; ) {
    const token = tokenAt(pattern, start);
    tokens.push(token);
    start += token.text.length;
  }
  return tokens;
}

function tokenAt(pattern: string, start: number): RegexToken {
  if (start === 0 && /^\(\?i\)/i.test(pattern)) return { kind: "flag", text: pattern.slice(0, 4), start };
  if (pattern.charAt(start) === "[") return { kind: "bracket", text: bracketAt(pattern, start), start };
  for (const [kind, piece] of pieces) {
    piece.lastIndex = start;
    const text = piece.exec(pattern)?.[0];
    if (text !== undefined) return { kind, text, start };
  }
  return { kind: "other", text: pattern.charAt(start), start };
}

/** A bracket expression; all the rest where it is not closed. */
function bracketAt(pattern: string, start: number): string {
  const bracket = parseBracket(pattern, start, false);
  if (bracket.kind === "Bracket") return pattern.slice(start, bracket.end);
  return /^\[\^?\]?(?:\[[:=.][^\]]*\]|[^\]])*\]?/.exec(pattern.slice(start))?.[0] ?? pattern.slice(start);
}

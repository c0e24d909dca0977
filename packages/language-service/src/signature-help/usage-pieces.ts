import type { Token } from "smtpd-conf";

/** A word of a usage, or what stands in brackets, braces or quotes there: `table`, `NAME`, `{ VALUE[, VALUE …] }`. */
export interface UsagePiece {
  readonly text: string;
  /** Something is to be put in its place; else it is a word of the language. */
  readonly isParameter: boolean;
}

/** Cuts a usage of the catalogue at the blanks outside brackets and braces. */
export function usagePieces(usage: string): readonly UsagePiece[] {
  const pieces: string[] = [];
  let depth = 0;
  for (const word of usage.split(" ")) {
    if (depth > 0) pieces.push(`${pieces.pop()} ${word}`);
    else pieces.push(word);
    depth += count(word, /[[{]/g) - count(word, /[\]}]/g);
  }
  return pieces.map((text) => ({ text, isParameter: /[A-Z]{2,}|^\[/.test(text) }));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The piece that comes next behind the first tokens of a statement: the number of pieces where all are there. Undefined where
 * the tokens are none of this usage. A list of values takes all that follows.
 */
export function nextPiece(pieces: readonly UsagePiece[], tokens: readonly Token[]): number | undefined {
  let index = 0;
  for (let at = 0; at < tokens.length; index++) {
    const piece = pieces[index];
    const token = tokens[at] as Token;
    if (piece === undefined) return index;
    if (piece.text.startsWith("{") !== (token.kind === "Punctuation" && token.value === "{")) return undefined;
    if (!piece.isParameter && piece.text !== token.value) return undefined;
    const length = piece.text.startsWith("{") ? listLength(tokens, at) : isNegation(piece, token) ? 2 : 1;
    if (length === undefined || piece.text.includes("…")) return index;
    at += length;
  }
  return index;
}

/** How many tokens a list has; undefined where it is still open. */
function listLength(tokens: readonly Token[], start: number): number | undefined {
  const end = tokens.findIndex(({ kind, value }, index) => index > start && kind === "Punctuation" && value === "}");
  return end < 0 ? undefined : end - start + 1;
}

function isNegation({ text }: UsagePiece, { value }: Token): boolean {
  return text.startsWith("[!]") && value === "!";
}

import type { Release } from "../language/releases.ts";
import { Scanner } from "./lexer/scanner.ts";
import type { Token } from "./lexer/token.ts";
import type { MacroTable } from "./macros/macro-table.ts";
import type { MacroUse } from "./macros/macro-use.ts";
import type { Source, Span } from "./source.ts";

/** A part of a text as smtpd's lexer reads it. Offsets are those of the whole text. */
export interface ScannedPart {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
  readonly macroUses: readonly MacroUse[];
}

/** The range to read, and how. */
export interface PartToScan extends Span {
  readonly target: Release;
  readonly macros: MacroTable;
  /** Tokens are read until this says that it has seen enough. */
  readonly until?: (token: Token) => boolean;
}

/**
 * Scans a part of a text as if the file ended with it: a string that is open at its end is a `Missing` token. Includes are
 * not followed. `start` must not lie within a token.
 */
export function scanPart({ source, start, end, target, macros, until = () => false }: PartToScan): ScannedPart {
  const scanner = new Scanner(textUpTo(source, end), target, macros, start);
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    // The newline that the end of a file has of its own is not part of it.
    if (token.kind === "Newline" && token.start >= end) break;
    tokens.push(token);
    if (until(token)) break;
  }
  return { tokens, comments: scanner.comments, macroUses: scanner.macroUses };
}

function textUpTo(source: Source, end: number): Source {
  return end >= source.text.length ? source : { ...source, text: source.text.slice(0, end) };
}

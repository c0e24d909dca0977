import type { Release } from "../language/releases.ts";
import { Scanner } from "./lexer/scanner.ts";
import type { Token } from "./lexer/token.ts";
import { defineMacro, type MacroTable, macroFromDefinition } from "./macros/macro-table.ts";
import type { Source } from "./source.ts";

/** How a test scans: for which release, from which encoding, and with which macros (`name=value`). */
export interface ScanOptions {
  readonly target?: Release;
  readonly encoding?: Source["encoding"];
  readonly macros?: readonly string[];
}

/** A text as the source of a test. */
export function sourceOf(text: string, encoding: Source["encoding"] = "utf8"): Source {
  return { kind: "file", path: "smtpd.conf", text, encoding };
}

/** A scanner at the beginning of a text. */
export function scannerOf(text: string, { target = "7.9", encoding, macros = [] }: ScanOptions = {}): Scanner {
  const table: MacroTable = new Map();
  for (const definition of macros) {
    const macro = macroFromDefinition(definition);
    if (macro !== undefined) defineMacro(table, macro);
  }
  return new Scanner(sourceOf(text, encoding), target, table);
}

/** What is left to scan. */
export function remainingTokens(scanner: Scanner): Token[] {
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) tokens.push(token);
  return tokens;
}

/** All tokens of a text. */
export function tokensOf(text: string, options: ScanOptions = {}): Token[] {
  return remainingTokens(scannerOf(text, options));
}

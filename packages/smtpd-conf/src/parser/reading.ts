import { newestRelease, type Release } from "../language/releases.ts";
import type { Line } from "./ast/nodes.ts";
import type { Configuration, Inclusion, NewerStatement, SyntaxFailure } from "./configuration.ts";
import { type FileReader, noFiles } from "./files.ts";
import { Scanner } from "./lexer/scanner.ts";
import type { Token } from "./lexer/token.ts";
import { defineMacro, type Macro, type MacroTable, macroFromDefinition } from "./macros/macro-table.ts";
import type { ParseInput } from "./parse-input.ts";
import type { Source } from "./source.ts";

/** More includes than smtpd could have files open, or than anybody has. */
export const mostInclusions = 1000;

/** Everything that grows while a configuration is read. */
export interface Reading {
  readonly target: Release;
  readonly files: FileReader;
  readonly scanner: Scanner;
  readonly macros: MacroTable;
  readonly sources: Source[];
  readonly lines: Line[];
  readonly syntaxFailures: SyntaxFailure[];
  readonly newerStatements: NewerStatement[];
  readonly inclusions: Inclusion[];
  /** Every macro that the texts define, in the order of reading. */
  readonly definitions: Macro[];
  /** Where an update could begin to read: see `ReadingTrail`. */
  readonly restingPoints: number[];
  /** The token that ended a list with its brace open: the next statement begins with it. */
  pending: Token | undefined;
  /** The newline that ended the last statement; undefined where something else did. */
  newline: Token | undefined;
  /** The NUL byte that ends the text was already given to a statement. */
  nulSeen: boolean;
}

/** Opens the file, with the macros of the command line defined. */
export function beginReading(input: ParseInput): Reading {
  const source: Source = { kind: "file", path: input.path, text: input.text, encoding: input.encoding ?? "utf8" };
  const macros: MacroTable = new Map();
  for (const definition of input.definitions ?? []) {
    const macro = macroFromDefinition(definition);
    if (macro !== undefined) defineMacro(macros, macro);
  }
  return readingOf(input, source, macros);
}

/** A reading of a file that nothing was read of yet, with these macros defined. */
export function readingOf(
  { target = newestRelease, files = noFiles }: ParseInput,
  source: Source,
  macros: MacroTable,
): Reading {
  return {
    target,
    files,
    scanner: new Scanner(source, target, macros),
    macros,
    sources: [source],
    lines: [],
    syntaxFailures: [],
    newerStatements: [],
    inclusions: [],
    definitions: [],
    restingPoints: [],
    pending: undefined,
    newline: undefined,
    nulSeen: false,
  };
}

/** Where reading the file itself could as well begin; undefined where it could not. */
export function restingPosition({ pending, scanner }: Reading): number | undefined {
  return pending === undefined ? scanner.restingPosition() : undefined;
}

/** What was read, once the text is at its end. */
export function finishReading(reading: Reading): Configuration {
  const { sources, lines, syntaxFailures, newerStatements, inclusions, macros, scanner } = reading;
  return {
    sources,
    lines,
    comments: scanner.comments,
    macroUses: scanner.macroUses,
    skipped: scanner.stoppedAt === undefined ? scanner.skipped : [...scanner.skipped, ...scanner.unread()],
    lexicalErrors: scanner.errors,
    syntaxFailures,
    newerStatements,
    inclusions,
    macros,
    stoppedAt: scanner.stoppedAt,
  };
}

import type { BrokenStatement, IncludeDirective, Line, Statement } from "./ast/nodes.ts";
import type { FileContent } from "./files.ts";
import type { Expected } from "./grammar/expected.ts";
import type { LexicalError } from "./lexer/lexical-error.ts";
import type { Keyword, Token } from "./lexer/token.ts";
import type { MacroTable } from "./macros/macro-table.ts";
import type { MacroUse } from "./macros/macro-use.ts";
import type { Source, Span } from "./source.ts";

/** A logical line that smtpd's grammar refuses. */
export interface SyntaxFailure {
  readonly line: BrokenStatement;
  /** The index in `line.tokens` of the token that cannot stand there; their number where the line ends too early. */
  readonly index: number;
  /** That token; undefined at the end of the line. */
  readonly token: Token | undefined;
  /** Where the logical line ends: an empty range at its newline or at the end of the text. */
  readonly end: Span;
  /** The keyword of the next statement, where it stands within braces that are still open. */
  readonly next: Token | undefined;
  /** What could have stood there instead. Found out when it is asked for. */
  readonly expected: () => Expected;
  /** The line holds a lexical error, which says what is wrong. */
  readonly lexical: boolean;
}

/** A statement that is none in the target, because it needs a word that a newer release reserved. */
export interface NewerStatement {
  readonly statement: Statement;
  readonly keyword: Keyword;
}

/** An `include` with what came of it. */
export interface Inclusion {
  readonly statement: IncludeDirective;
  readonly failure: Extract<FileContent, { kind: "failed" }>["reason"] | "cycle" | "too-many" | undefined;
}

/** A file and everything that it includes, as one sequence of statements. */
export interface Configuration {
  /** The file itself first, then the included ones in the order in which they are read. */
  readonly sources: readonly Source[];
  /** All statements in the order in which smtpd sees them. */
  readonly lines: readonly Line[];
  readonly comments: readonly Span[];
  readonly macroUses: readonly MacroUse[];
  /** Text that smtpd drops unread: the rest of a line behind a lexical error, all that follows a NUL byte. */
  readonly skipped: readonly Span[];
  readonly lexicalErrors: readonly LexicalError[];
  readonly syntaxFailures: readonly SyntaxFailure[];
  readonly newerStatements: readonly NewerStatement[];
  readonly inclusions: readonly Inclusion[];
  /** The macros as they stand at the end. */
  readonly macros: MacroTable;
  /** The NUL byte behind which smtpd reads nothing. */
  readonly stoppedAt: Span | undefined;
}

import type { Analysis } from "../analysis/analysis.ts";
import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import type { Definition, Reference } from "../model/symbols.ts";
import type { TableUse } from "../model/tables.ts";
import type { Line, LineKind, Option } from "../parser/ast/nodes.ts";
import type { Configuration, Inclusion, NewerStatement, SyntaxFailure } from "../parser/configuration.ts";
import type { LexicalError } from "../parser/lexer/lexical-error.ts";
import type { Span } from "../parser/source.ts";
import type { Fix, RelatedPlace } from "./diagnostic.ts";
import type { Machine } from "./machine.ts";
import type { TableAtUse } from "./table-at-use.ts";

/** What a check has found. */
export interface Problem {
  readonly span: Span;
  /** One sentence: what is wrong, and what smtpd does about it. */
  readonly message: string;
  /** The way out, where there is one to name. */
  readonly help?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  readonly fixes?: readonly Fix[] | undefined;
}

/**
 * What a check is given to work with. A visitor may be shown several versions of a file: what is taken from the context when
 * it is made has the visitor be made anew for each, what is asked later is that of the version that it then sees.
 */
export interface CheckContext {
  readonly model: Model;
  readonly configuration: Configuration;
  readonly target: Release;
  /** The machine that the configuration is for; absent where only the text counts. */
  readonly machine: Machine | undefined;
  /** What smtpd would do with mail; each part is worked out when it is first asked for. */
  readonly analysis: Analysis;
  readonly report: (problem: Problem) => void;
}

/** What a check wants to see of a configuration: each function is called with every thing of its kind, in order. */
export type Visitor = {
  readonly [Kind in LineKind]?: (line: Extract<Line, { readonly kind: Kind }>) => void;
} & {
  readonly Option?: (option: Option, line: Line) => void;
  /** A statement of any kind. */
  readonly Line?: (line: Line) => void;
  readonly Definition?: (definition: Definition) => void;
  readonly Reference?: (reference: Reference) => void;
  readonly TableUse?: (use: TableUse, table: TableAtUse) => void;
  readonly LexicalError?: (error: LexicalError) => void;
  readonly NewerStatement?: (newer: NewerStatement) => void;
  readonly Inclusion?: (inclusion: Inclusion) => void;
  /** Called last, and with it whether anything was reported that makes smtpd refuse the configuration. */
  readonly end?: (refused: boolean) => void;
  /**
   * Says what is wrong with a line that the grammar refuses, where this check knows; undefined where it does not. The
   * first check that knows has the word, in the order of `precedence`.
   */
  readonly explain?: (failure: SyntaxFailure) => Problem | undefined;
};

/** Something that smtpd refuses (`check`) or that we advise against (`lint`). */
export interface Check {
  readonly kind: "check" | "lint";
  /** Stable name in kebab-case: the name of the file, of its page and of its test. */
  readonly code: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  /** One sentence for tables and pages. */
  readonly summary: string;
  /** Among the checks that explain syntax errors: the lower goes first. 50 where absent. */
  readonly precedence?: number;
  /** Its visitor carries something from one statement to the next, so that what it says of one can change with another. */
  readonly remembers?: true;
  /** The statements that are anything to a visitor that remembers, by what they say themselves. All where absent. */
  readonly concerns?: ((line: Line) => boolean) | undefined;
  /**
   * Asked before anything else. Says what is wrong where the whole text is no smtpd.conf of today; that is then the only
   * finding, since nothing that is said of single lines would make sense.
   */
  readonly dismiss?: (configuration: Configuration) => Problem | undefined;
  readonly create: (context: CheckContext) => Visitor;
}

/** Something that makes `smtpd -n` refuse a configuration. It cannot be switched off. */
export function defineCheck(check: Omit<Check, "kind" | "severity">): Check {
  return { kind: "check", severity: "error", ...check };
}

import type { Line } from "../ast/nodes.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Unit } from "./units.ts";

/** Lines of the text that belong together, with their indentation: from the start of the first one to the newline of the last. */
export type Row = StatementRow | CommentRow | OtherRow;

interface RowBase {
  readonly start: number;
  /** Where its newline is; the length of the text where there is none. */
  readonly end: number;
}

/** One statement, perhaps with a comment at its end. */
export interface StatementRow extends RowBase {
  readonly kind: "statement";
  readonly units: readonly Unit[];
  /** A list has a newline that only 7.5 and later take. */
  readonly hasLateNewline: boolean;
  readonly comment: Lexeme | undefined;
}

/** A comment on a line of its own. */
export interface CommentRow extends RowBase {
  readonly kind: "comment";
  readonly comment: Lexeme;
}

/** What stays as it is, with the statements in it: none where smtpd reads none there. */
export interface OtherRow extends RowBase {
  readonly kind: "other";
  readonly statements: readonly PlacedStatement[];
}

/** A statement with the part of it that lies in the text. */
export interface PlacedStatement {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

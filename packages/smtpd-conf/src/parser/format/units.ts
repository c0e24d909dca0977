import type { Token } from "../lexer/token.ts";
import { isGlued, isPunctuation } from "./is-glued.ts";
import type { Lexeme } from "./lexeme.ts";
import type { StatementShape } from "./statement-shape.ts";

/** Text that is never divided, or a list in braces, which can go over several lines. */
export type Piece = TextPiece | ListPiece;

interface TextPiece {
  readonly kind: "text";
  readonly text: string;
}

export interface ListPiece {
  readonly kind: "list";
  readonly items: readonly ListItem[];
  /** A comment behind the opening brace. */
  readonly comment: Lexeme | undefined;
  /** It takes several lines in any case: it has newlines or comments, or its author went to a new line behind the brace. */
  readonly expanded: boolean;
}

/** A line of an expanded list: an entry with its comma, a comment, or both. */
export interface ListItem {
  /** Empty for a comment on a line of its own. */
  readonly text: string;
  readonly comment: Lexeme | undefined;
  /** How many newlines stand before it, without those that a backslash takes away. */
  readonly newlines: number;
}

/** A part of a statement that can begin a line. */
export type Unit = readonly Piece[];

/**
 * Divides a statement where its lines may be divided. Undefined where a list cannot be made out, since a macro holds its
 * brace.
 */
export function unitsOf(lexemes: readonly Lexeme[], shape: StatementShape): readonly Unit[] | undefined {
  const units: Piece[][] = [[]];
  for (let index = 0; index < lexemes.length; index++) {
    const lexeme = lexemes[index] as Lexeme;
    if (starts(lexeme, lexemes[index - 1], shape.breaks)) units.push([]);
    const pieces = units.at(-1) as Piece[];
    const close = isPunctuation(lexeme, "{") ? closingBrace(lexemes, index) : index;
    if (close > index) pieces.push(listFrom(lexemes.slice(index, close + 1), shape));
    else if (lexeme.kind !== "tokens") return undefined;
    else addText(pieces, lexeme, lexemes[index - 1]);
    index = close;
  }
  return units;
}

/** Whether a part that can stand on a line of its own begins here. */
function starts(lexeme: Lexeme, before: Lexeme | undefined, firstTokens: ReadonlySet<Token>): boolean {
  const [first] = lexeme.tokens;
  return first !== undefined && firstTokens.has(first) && before !== undefined && !isGlued(before, lexeme);
}

/** The index of the brace that closes a list; that of its opening brace where there is none. */
function closingBrace(lexemes: readonly Lexeme[], open: number): number {
  for (let index = open + 1; index < lexemes.length; index++) {
    const lexeme = lexemes[index] as Lexeme;
    if (isPunctuation(lexeme, "{", "}")) return isPunctuation(lexeme, "}") ? index : open;
  }
  return open;
}

function addText(pieces: Piece[], lexeme: Lexeme, before: Lexeme | undefined): void {
  const last = pieces.at(-1);
  if (last?.kind !== "text" || before === undefined) pieces.push({ kind: "text", text: lexeme.text });
  else pieces[pieces.length - 1] = { kind: "text", text: join(last.text, lexeme, before) };
}

function join(text: string, lexeme: Lexeme, before: Lexeme): string {
  return `${text}${isGlued(before, lexeme) ? "" : " "}${lexeme.text}`;
}

/** A list from its lexemes, the braces included. */
function listFrom(lexemes: readonly Lexeme[], shape: StatementShape): ListPiece {
  const items: ListItem[] = [];
  let comment: Lexeme | undefined;
  let newlines = 0;
  for (const [index, lexeme] of lexemes.entries()) {
    const before = lexemes[index - 1];
    if (before === undefined || index === lexemes.length - 1) continue;
    const last = items.at(-1);
    const isComment = lexeme.kind === "comment";
    if (lexeme.kind === "newline") newlines++;
    else if (isComment && !isOnOwnLine(lexeme, before)) {
      if (last === undefined) comment = lexeme;
      else items[items.length - 1] = { ...last, comment: lexeme };
    } else if (last === undefined || newlines > 0 || isComment || starts(lexeme, before, shape.entries)) {
      items.push({ text: isComment ? "" : lexeme.text, comment: isComment ? lexeme : undefined, newlines });
      newlines = 0;
    } else items[items.length - 1] = { ...last, text: join(last.text, lexeme, before) };
  }
  return { kind: "list", items, comment, expanded: isExpanded(lexemes) };
}

function isOnOwnLine(lexeme: Lexeme, before: Lexeme): boolean {
  return before.kind === "newline" || isLineBetween(before, lexeme);
}

function isExpanded(lexemes: readonly Lexeme[]): boolean {
  const [open, first] = lexemes as [Lexeme, Lexeme];
  return lexemes.some(({ kind }) => kind !== "tokens") || isLineBetween(open, first);
}

/** Whether a new line begins between two neighbours. */
function isLineBetween(before: Lexeme, after: Lexeme): boolean {
  return before.source.text.slice(before.end, after.start).includes("\n");
}

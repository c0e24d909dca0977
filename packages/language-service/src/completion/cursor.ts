import { beginsStatement, type Release, type ScannedPart, scanPart, type Token } from "smtpd-conf";
import { lineAt, lineBefore } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { type CursorWord, wordAt } from "./cursor-word.ts";

/** Where something is being written: what of the statement stands before the cursor, the word at it, and what is behind. */
export interface Cursor {
  readonly kind: "statement";
  readonly target: Release;
  /** The tokens of the statement before the word. */
  readonly before: readonly Token[];
  readonly word: CursorWord;
  /** The tokens behind the word, up to the end of the statement. */
  readonly after: readonly Token[];
}

/** A cursor within a comment. */
export interface CommentCursor {
  readonly kind: "comment";
  readonly offset: number;
  /** Where the `#` stands. */
  readonly start: number;
}

/**
 * Reads the statement around an offset of the document as it is while somebody writes: what stands behind the cursor does
 * not change what stands before it.
 */
export function cursorAt(snapshot: Snapshot, offset: number): Cursor | CommentCursor {
  const { target, source } = snapshot;
  const { tokens, comments, macroUses } = statementUpTo(snapshot, offset);
  const comment = comments.at(-1);
  if (comment !== undefined && comment.end === offset && comment.start < offset) {
    return { kind: "comment", offset, start: comment.start };
  }
  const line = lineAt(snapshot, offset);
  const whole = line === undefined || line.kind === "BrokenStatement" ? [] : line.tokens;
  const word = wordAt(source.text, offset, { tokens, macroUses, whole });
  const before = tokens.filter((token) => token.start < word.tokenStart);
  return { kind: "statement", target, before, word, after: tokensBehind(snapshot, before, word) };
}

/** The statement that is open at an offset, with the tokens that the cursor touches. */
function statementUpTo(snapshot: Snapshot, offset: number): ScannedPart {
  const { source, target, configuration } = snapshot;
  const line = lineBefore(snapshot, offset);
  const scan = (start: number) => scanPart({ source, start, end: offset, target, macros: configuration.macros });
  if (line === undefined) return lastStatement(scan(0));
  if (offset > line.end && !hasOpenBrace(line.tokens)) {
    const between = scan(line.end);
    if (between.tokens.some(({ kind }) => kind === "Newline")) return lastStatement(between);
  }
  return lastStatement(scan(line.start));
}

/** What was scanned, with the tokens of its last statement only, cut as the parser cuts statements. */
function lastStatement(scanned: ScannedPart): ScannedPart {
  let statement: Token[] = [];
  let open = false;
  for (const token of scanned.tokens) {
    if (token.kind === "Newline" && !open) {
      statement = [];
      continue;
    }
    const isNext = open && statement.at(-1)?.kind === "Newline" && beginsStatement(token);
    if (isNext || isWholeInclude(statement)) {
      statement = [];
      open = false;
    }
    open = isOpenBehind(token, open);
    statement.push(token);
  }
  return { ...scanned, tokens: statement };
}

/** The rest of a line behind `include "path"` is read as a statement of its own. */
function isWholeInclude([first, second]: readonly Token[]): boolean {
  return first?.kind === "Keyword" && first.value === "include" && second?.kind === "String";
}

function tokensBehind(snapshot: Snapshot, before: readonly Token[], word: CursorWord): readonly Token[] {
  const { source, target, configuration } = snapshot;
  let open = hasOpenBrace(before);
  let last: Token | undefined;
  let isOver = false;
  const until = (token: Token): boolean => {
    isOver = token.kind === "Newline" ? !open : open && last?.kind === "Newline" && beginsStatement(token);
    open = isOpenBehind(token, open);
    last = token;
    return isOver;
  };
  const end = source.text.length;
  const { tokens } = scanPart({ source, start: word.outerEnd, end, target, macros: configuration.macros, until });
  return isOver ? tokens.slice(0, -1) : tokens;
}

/** Whether the last brace of a statement is an opening one. */
export function hasOpenBrace(tokens: readonly Token[]): boolean {
  return tokens.findLast(isBrace)?.value === "{";
}

function isOpenBehind(token: Token, open: boolean): boolean {
  return isBrace(token) ? token.value === "{" : open;
}

function isBrace({ kind, value }: Token): boolean {
  return kind === "Punctuation" && (value === "{" || value === "}");
}

import { type Line, type MacroUse, parseFormat, type Source, type Span, type Token } from "smtpd-conf";
import { type Role, roleOf } from "./legend.ts";
import { formatRole, type Roles, rolesOf } from "./roles-of-line.ts";

/** A range of the text with one role. Offsets of the document. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** What lies within a statement besides its tokens. */
export interface Surroundings {
  readonly source: Source;
  /** The comments within the statement. */
  readonly comments: readonly Span[];
  /** The macros that it uses. */
  readonly macroUses: readonly MacroUse[];
}

const keyword = roleOf("keyword");
const operator = roleOf("operator");
const string = roleOf("string");
const number = roleOf("number");
const macro = roleOf("variable", "readonly");
const unknownMacro = roleOf("variable", "unresolved");
const specifier = roleOf("parameter");
const unknownSpecifier = roleOf("parameter", "unresolved");
const comment = roleOf("comment");
const suppression = roleOf("comment", "documentation");

/** The pieces of a statement in the order of the text; none lies over another. */
export function piecesOfLine(line: Line, surroundings: Surroundings): Piece[] {
  const roles: Roles = new Map();
  rolesOf(line, roles);
  const pieces: Piece[] = [];
  for (const use of surroundings.macroUses) pieces.push(pieceOfMacro(use));
  for (const span of surroundings.comments) pieces.push(pieceOfComment(span));
  const crowded = pieces.length > 0;
  for (const token of line.tokens) {
    if (token.source === surroundings.source) pushToken(token, roles.get(token), pieces);
  }
  return crowded ? withoutOverlaps(pieces) : pieces;
}

const forUs = /#[# \t]*smtpd-lint\b/y;

/** A comment; those that are for smtpd-lint stand out. */
export function pieceOfComment({ source, start, end }: Span): Piece {
  forUs.lastIndex = start;
  return { start, end, role: forUs.test(source.text) ? suppression : comment };
}

/** `$name` */
export function pieceOfMacro({ start, end, macro: known }: MacroUse): Piece {
  return { start, end, role: known === undefined ? unknownMacro : macro };
}

function pushToken(token: Token, role: Role | undefined, pieces: Piece[]): void {
  const { start, end } = token;
  if (role === formatRole) return pushFormat(token, pieces);
  const known = role ?? plainRole(token);
  if (known !== undefined) pieces.push({ start, end, role: known });
}

function plainRole({ kind, quoted, value }: Token): Role | undefined {
  switch (kind) {
    case "Keyword":
      return keyword;
    case "Punctuation":
      return operator;
    case "Number":
      return number;
    case "String":
      return !quoted && isDigit(value.charCodeAt(0)) ? number : string;
    case "Missing":
      return string;
    default:
      return undefined;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A string with `%{…}` in it. Where it has escapes, its places are not those of its value, and it stays whole. */
function pushFormat({ source, start, end, value, quoted }: Token, pieces: Piece[]): void {
  const base = quoted ? start + 1 : start;
  let done = start;
  if (value.includes("%{") && source.text.startsWith(value, base)) {
    for (const part of parseFormat(value)) {
      if (part.kind !== "specifier" && part.kind !== "fault") continue;
      const open = base + (part.kind === "specifier" ? part.start : value.lastIndexOf("%{", part.start));
      const close = base + (part.kind === "specifier" ? part.end : closingEnd(value, part.end));
      if (open > done) pieces.push({ start: done, end: open, role: string });
      pieces.push({ start: open, end: close, role: part.kind === "specifier" ? specifier : unknownSpecifier });
      done = close;
    }
  }
  if (end > done) pieces.push({ start: done, end, role: string });
}

function closingEnd(value: string, from: number): number {
  const close = value.indexOf("}", from);
  return close < 0 ? value.length : close + 1;
}

/** Tokens out of a macro have the range of its name, and a word may go on behind it. */
function withoutOverlaps(pieces: Piece[]): Piece[] {
  pieces.sort((a, b) => a.start - b.start);
  const kept: Piece[] = [];
  let done = 0;
  for (const { start, end, role } of pieces) {
    if (end <= done) continue;
    kept.push({ start: Math.max(start, done), end, role });
    done = end;
  }
  return kept;
}

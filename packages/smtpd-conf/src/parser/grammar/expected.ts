import type { TokenType } from "chevrotain";
import type { Token } from "../lexer/token.ts";
import { punctuation } from "../lexer/token-types.ts";

/** What smtpd's grammar would have taken at some point. */
export interface Expected {
  readonly keywords: readonly string[];
  readonly string: boolean;
  readonly number: boolean;
  readonly table: boolean;
  readonly newline: boolean;
  readonly punctuation: readonly string[];
}

/** Sorts the token types that the grammar can go on with; `complete` says whether the statement could end here. */
export function expectedFrom(types: readonly TokenType[], complete: boolean): Expected {
  const names = new Set(types.map((type) => type.name));
  const table = names.has("String") && names.has("LeftBrace") && names.has("Less");
  return {
    keywords: types.filter((type) => type.name.startsWith("keyword:")).map((type) => type.LABEL ?? type.name),
    string: names.has("String") && !table,
    number: names.has("Number"),
    table,
    newline: complete,
    punctuation: types
      .filter((type) => !type.name.startsWith("keyword:") && !["String", "Number", "Newline"].includes(type.name))
      .map((type) => type.LABEL ?? type.name)
      .filter((image) => !(table && (image === "{" || image === "<"))),
  };
}

/**
 * Whether a type that the productions would take next is ruled out by what they leave to conditions: in braces no comma
 * stands behind a newline, and all entries of a table have a value or none has.
 */
export function isRuledOut(type: TokenType, before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (type === punctuation[","]) return last?.kind === "Newline" || isKeyOfMapping(before);
  const first = firstEntry(before);
  if (first === undefined || last === undefined || first.at(0) === last) return false;
  const assigns = type === punctuation["="] || type === punctuation["=>"];
  return assigns ? !isMapping(first) : isKeyOfMapping(before);
}

/** The first tokens of the list that is open at the end of these, without newlines. */
function firstEntry(before: readonly Token[]): readonly Token[] | undefined {
  const open = before.findLastIndex((token) => token.value === "{" && !token.quoted);
  if (open < 0 || before.slice(open).some((token) => token.value === "}" && !token.quoted)) return undefined;
  return before.slice(open + 1).filter((token) => token.kind !== "Newline");
}

function isMapping([, sign]: readonly Token[]): boolean {
  return sign !== undefined && !sign.quoted && (sign.value === "=" || sign.value === "=>");
}

/** Whether these end with an entry's key whose value is missing, in a table whose entries have values. */
function isKeyOfMapping(before: readonly Token[]): boolean {
  const [next, last] = before.slice(-2);
  const first = firstEntry(before);
  if (first === undefined || !isMapping(first) || last?.kind !== "String" || last === first[0]) return false;
  return next !== undefined && (next.quoted || (next.value !== "=" && next.value !== "=>"));
}

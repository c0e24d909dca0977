import type { MacroUse, Token } from "smtpd-conf";

/** What is being written at the cursor, and what of the text a completion replaces. Offsets are those of the document. */
export interface CursorWord {
  /** `none`: the cursor stands behind a blank, a sign or a closing quote. */
  readonly kind: "bare" | "macro" | "quoted" | "none";
  /** Where its token begins, with its quote. */
  readonly tokenStart: number;
  /** What is replaced: the whole word, also behind the cursor; of a string what stands in its quotes. */
  readonly start: number;
  readonly end: number;
  /** Where the tokens behind it begin. */
  readonly outerEnd: number;
  /** What stands before the cursor of that. */
  readonly typed: string;
  /** What stands behind the cursor of that. */
  readonly rest: string;
  readonly quote: '"' | "'" | undefined;
  /** The string is closed behind the cursor. */
  readonly closed: boolean;
  /** A blank is needed before or behind what is inserted, to keep it apart from its neighbours. */
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
}

/** What was read of a statement up to the cursor. */
export interface StatementRead {
  readonly tokens: readonly Token[];
  readonly macroUses: readonly MacroUse[];
  /** The same statement as the parser reads it, where it is one: it knows which quote closes which string. */
  readonly whole: readonly Token[];
}

/** Finds the word that the cursor stands in or behind. */
export function wordAt(text: string, offset: number, { tokens, macroUses, whole }: StatementRead): CursorWord {
  const use = macroUses.at(-1);
  if (use !== undefined && use.end === offset) return bareWord("macro", text, use.start, offset, /\w*/y);
  const last = tokens.at(-1);
  if (last === undefined || last.end !== offset || last.origin !== undefined) return noWord(text, offset, undefined);
  if (last.kind === "Missing" && last.quoted) return openString(text, last.start, offset, whole);
  const start = bareStart(tokens);
  if (start === undefined) return noWord(text, offset, last);
  return bareWord("bare", text, start, offset, /(?:[^\s(){}<>!=#,"'\\]|\\(?!\r?\n))*/y);
}

/** Where the bare word begins that the tokens end with; a path or an address without quotes is cut into several tokens. */
function bareStart(tokens: readonly Token[]): number | undefined {
  let start: number | undefined;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index] as Token;
    if (!isBare(token) || (start !== undefined && token.end !== start)) break;
    start = token.start;
  }
  return start;
}

function isBare({ kind, quoted, origin }: Token): boolean {
  if (quoted || origin !== undefined) return false;
  return kind === "String" || kind === "Keyword" || kind === "Number" || kind === "Illegal";
}

function bareWord(kind: "bare" | "macro", text: string, start: number, offset: number, rest: RegExp): CursorWord {
  const end = offset + lengthOf(rest, text, offset);
  return {
    kind,
    tokenStart: start,
    start,
    end,
    outerEnd: end,
    typed: text.slice(start, offset),
    rest: text.slice(offset, end),
    quote: undefined,
    closed: false,
    blankBefore: false,
    blankAfter: touchesNext(text, end) && !/^\\\r?\n/.test(text.slice(end, end + 3)),
  };
}

function noWord(text: string, offset: number, last: Token | undefined): CursorWord {
  const blankBefore = last !== undefined && (last.quoted || last.value === "}" || last.value === ">");
  return {
    kind: "none",
    tokenStart: offset,
    start: offset,
    end: offset,
    outerEnd: offset,
    typed: "",
    rest: "",
    quote: undefined,
    closed: false,
    blankBefore,
    blankAfter: touchesNext(text, offset),
  };
}

/** A string whose closing quote is not before the cursor. One that goes on in other lines is not replaced as a whole. */
function openString(text: string, tokenStart: number, offset: number, whole: readonly Token[]): CursorWord {
  const quote = text.charAt(tokenStart) === "'" ? "'" : '"';
  const lineEnd = offset + lengthOf(/[^\n]*/y, text, offset);
  const close = closingQuote(text, offset, lineEnd, { quote, token: whole.find(({ start }) => start === tokenStart) });
  const end = close !== undefined && close <= lineEnd ? close : offset + lengthOf(/[^\s"']*/y, text, offset);
  return {
    kind: "quoted",
    tokenStart,
    start: tokenStart + 1,
    end,
    outerEnd: close === undefined ? end : close + 1,
    typed: text.slice(tokenStart + 1, offset),
    rest: text.slice(offset, end),
    quote,
    closed: close !== undefined,
    blankBefore: false,
    blankAfter: close === undefined && touchesNext(text, end),
  };
}

/**
 * Where the string at the cursor is closed. Where the statement is whole, its token tells; else an odd number of quotes
 * behind the cursor means that the first of them closes it, and not that it opens the next string.
 */
function closingQuote(
  text: string,
  offset: number,
  lineEnd: number,
  { quote, token }: { readonly quote: string; readonly token: Token | undefined },
): number | undefined {
  if (token?.kind === "String" && token.quoted && token.end > offset) return token.end - 1;
  const rest = text.slice(offset, lineEnd);
  return rest.split(quote).length % 2 === 0 ? offset + rest.indexOf(quote) : undefined;
}

/** Whether something stands at an offset that would become one with a word before it. */
function touchesNext(text: string, offset: number): boolean {
  return /[^\s,}>)=]/.test(text.charAt(offset));
}

function lengthOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}

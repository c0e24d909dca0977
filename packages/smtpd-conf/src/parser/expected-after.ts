import type { TokenType } from "chevrotain";
import { isKeyword, keywords } from "../language/keywords.ts";
import { isAvailable, type Release } from "../language/releases.ts";
import type { PartialStatement } from "./ast/nodes.ts";
import { type Expected, expectedFrom, isRuledOut } from "./grammar/expected.ts";
import { sharedParser } from "./grammar/shared-parser.ts";
import { endOfStatement } from "./grammar/statement-parser.ts";
import { PlainToken, type Token } from "./lexer/token.ts";
import { StringType } from "./lexer/token-types.ts";

/** The beginning of a statement, and what smtpd's grammar would take behind it. */
export interface Continuation {
  /** The tokens that count: without those that the grammar does not take where they stand. */
  readonly tokens: readonly Token[];
  /** What they make so far; undefined at the start of a statement. */
  readonly partial: PartialStatement | undefined;
  readonly expected: Expected;
}

/** More mistakes than anybody leaves behind in a line that is being written. */
const mostMistakes = 8;

/**
 * What the grammar of a release takes behind the first tokens of a statement. A token that it does not take where it stands
 * counts as a string where there could be one, and is left out elsewhere; nothing is expected behind too many of those.
 */
export function expectedAfter(tokens: readonly Token[], target: Release): Continuation {
  let kept = withoutMiddles(readable(tokens));
  for (let mistakes = 0; mistakes <= mostMistakes; mistakes++) {
    const parser = sharedParser();
    const { failedAt } = parser.parse(kept);
    if (failedAt < 0 || failedAt === kept.length) {
      const partial = kept.length === 0 ? undefined : parser.draft;
      return { tokens: kept, partial, expected: expectedBehind(kept, failedAt < 0, target) };
    }
    kept = mended(kept, failedAt);
  }
  return { tokens: kept, partial: undefined, expected: expectedFrom([], false) };
}

/** The tokens without the ends of Windows lines, and with a string where something could not be read. */
function readable(tokens: readonly Token[]): readonly Token[] {
  const visible = tokens.filter(({ kind, value }) => kind !== "Illegal" || value !== "\r");
  return visible.map((token) => (token.kind === "Missing" ? asString(token) : token));
}

function expectedBehind(tokens: readonly Token[], complete: boolean, target: Release): Expected {
  const types = sharedParser()
    .nextTypes(tokens)
    .filter((type) => type !== endOfStatement && !isRuledOut(type, tokens));
  const { keywords: words, ...expected } = expectedFrom(types, complete);
  return { ...expected, keywords: words.filter((word) => isKeyword(word) && isAvailable(keywords[word], target)) };
}

/** The tokens with the one that cannot stand there taken as a string, or left out. */
function mended(tokens: readonly Token[], failedAt: number): readonly Token[] {
  const token = tokens[failedAt] as Token;
  const before = tokens.slice(0, failedAt);
  const isWord = token.kind === "Keyword" || token.kind === "Number";
  const takesString =
    isWord &&
    sharedParser()
      .nextTypes(before)
      .includes(StringType as TokenType);
  return [...before, ...(takesString && failedAt > 0 ? [asString(token)] : []), ...tokens.slice(failedAt + 1)];
}

function asString({ value, source, start, end, quoted, origin }: Token): Token {
  return new PlainToken("String", StringType.tokenTypeIdx ?? 0, value, source, start, end, quoted, origin);
}

/** The tokens without what lies between the first and the last entry of each list: what may follow does not depend on it. */
function withoutMiddles(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    kept.push(token);
    if (!isSign(token, "{")) continue;
    const starts = entryStarts(tokens, index + 1);
    const [second, last] = [starts.entries[1], starts.entries.at(-1)];
    if (second === undefined || last === undefined) continue;
    kept.push(...tokens.slice(index + 1, second));
    index = last - 1;
  }
  return kept;
}

/** Where the entries of a list begin, up to its end. */
function entryStarts(tokens: readonly Token[], from: number): { readonly entries: readonly number[] } {
  const entries: number[] = [];
  let isValue = false;
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (isSign(token, "}")) break;
    if (isSign(token, "=") || isSign(token, "=>")) isValue = true;
    else if (token.kind !== "Newline" && !isSign(token, ",")) {
      if (!isValue) entries.push(index);
      isValue = false;
    }
  }
  return { entries };
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === "Punctuation" && token.value === sign;
}

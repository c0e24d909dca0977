import { isKeyword } from "../language/keywords.ts";
import { newestRelease, type Release } from "../language/releases.ts";
import type { Statement } from "./ast/nodes.ts";
import type { StatementParser } from "./grammar/statement-parser.ts";
import { type Keyword, PlainToken, type Token } from "./lexer/token.ts";
import { keywordTable, type ReservedWord, StringType } from "./lexer/token-types.ts";

/** A statement that only the reserved words of the newest release make one. */
export interface ReadAsNewest {
  readonly statement: Statement;
  readonly tokens: Token[];
  /** The first word that the target does not reserve yet. */
  readonly keyword: Keyword;
}

/** Reads the tokens with the reserved words of the newest release; undefined where that does not help. */
export function readAsNewest(
  parser: StatementParser,
  target: Release,
  tokens: readonly Token[],
): ReadAsNewest | undefined {
  if (target === newestRelease) return undefined;
  const [now, then] = [keywordTable(target), keywordTable(newestRelease)];
  const retagged = tokens.map((token) => retag(token, now, then));
  const keyword = retagged.find((token, index) => token !== tokens[index] && token.kind === "Keyword");
  if (keyword === undefined) return undefined;
  const { statement } = parser.parse(retagged);
  return statement === undefined ? undefined : { statement, tokens: retagged, keyword: keyword as Keyword };
}

type Words = ReadonlyMap<string, ReservedWord>;

/** A bare word as the newest release takes it: a keyword that the target does not have, or the reverse. */
function retag(token: Token, now: Words, then: Words): Token {
  if (token.quoted || !isKeyword(token.value) || now.has(token.value) === then.has(token.value)) return token;
  const word = then.get(token.value);
  const kind = word === undefined ? "String" : "Keyword";
  const type = word?.tokenTypeIdx ?? StringType.tokenTypeIdx ?? 0;
  return new PlainToken(kind, type, token.value, token.source, token.start, token.end, false, token.origin);
}

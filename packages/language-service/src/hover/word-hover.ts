import { type Line, type Node, type OptionInfo, optionLists, type Token } from "smtpd-conf";
import type { Block } from "../markdown.ts";
import type { Place } from "../place-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { symbolNamed } from "../symbol-at.ts";
import { actionHover } from "./action-hover.ts";
import { entryHover } from "./entry-hover.ts";
import { nameHover } from "./name-hover.ts";
import { optionPage } from "./option-hover.ts";
import { askersOf, formatIn, optionPartHover } from "./option-part-hover.ts";
import { type Said, sayOf } from "./said.ts";
import { pageOf, statementHover, wordsOfName } from "./statement-hover.ts";
import { limitHover, statementPartHover } from "./statement-part-hover.ts";

/** What a word of a statement means in its place; undefined where there is nothing to say. */
export function wordHover(snapshot: Snapshot, place: Place, offset: number): Said | undefined {
  const { line, path, token } = place;
  const leaf = path.at(-1) as Node;
  const parent = path.at(-2);
  if (token === undefined) return wholeRule(snapshot, line);
  if (leaf === line || parent === undefined) {
    return sayOf(isRuleWord(place, token) ? line : token, lineWordHover(snapshot, place, token));
  }
  if (!isToken(leaf)) return wholeRule(snapshot, line);
  return partHover(snapshot, place, leaf, parent, offset);
}

/** Whether the whole rule is meant: by its first word, or by a sign that is no part of it. */
function isRuleWord({ line, index }: Place, token: Token): boolean {
  return line.kind === "MatchDirective" && (index < wordsOfName(line) || token.kind !== "Keyword");
}

function isToken(node: Node): node is Token {
  return "tokenTypeIdx" in node;
}

/** Between the words of a rule stands the rule. */
function wholeRule(snapshot: Snapshot, line: Line): Said | undefined {
  return line.kind === "MatchDirective" ? sayOf(line, statementHover(snapshot, line)) : undefined;
}

/** A word that is no part of the tree: one of the statement's own, or one behind a mistake. */
function lineWordHover(snapshot: Snapshot, { line, index }: Place, token: Token): readonly Block[] {
  if (index < wordsOfName(line)) return statementHover(snapshot, line);
  if (line.kind === "MatchDirective") return matchWordHover(snapshot, line, token);
  if (token.kind === "String") return nameBehindMistake(snapshot, line, index);
  if (token.kind !== "Keyword") return [];
  const info = optionNamed(line, index);
  return info === undefined ? pageOf(snapshot, line) : optionPage(info, snapshot.target);
}

/** A name that a mistake has kept out of the tree: `<name` without its bracket, or what follows `action` in a rule. */
function nameBehindMistake(snapshot: Snapshot, { tokens }: Line, index: number): readonly Block[] {
  const [before, word] = [tokens[index - 1]?.value, tokens[index]?.value ?? ""];
  const kind = before === "<" ? "table" : before === "action" && index > 1 ? "action" : undefined;
  const symbol = kind && symbolNamed(snapshot, kind, word);
  return symbol === undefined ? [] : nameHover(snapshot, symbol);
}

/** `action` in a rule, and signs between its words. */
function matchWordHover(snapshot: Snapshot, line: Extract<Line, { kind: "MatchDirective" }>, token: Token) {
  const name = line.action?.value;
  const action = snapshot.model.actions.find((one) => one.name.value === name);
  return token.value === "action" && action !== undefined
    ? actionHover(snapshot, action)
    : statementHover(snapshot, line);
}

/** The option that a keyword behind a mistake could be, by the statement that it stands in. */
function optionNamed({ tokens }: Line, index: number): OptionInfo | undefined {
  const word = tokens[index]?.value;
  const before = tokens[index - 1]?.value;
  const first = tokens[0]?.value ?? "";
  const scope = before === "from" || before === "for" ? ` … ${before}` : "";
  const places = optionLists.filter(({ place }) => place === `${first}${scope}` || place.startsWith(`${first} `));
  return places.flatMap(({ options }) => options).find(({ name }) => name === word);
}

/** A word of the tree, by what it is a part of. */
function partHover(snapshot: Snapshot, place: Place, token: Token, parent: Node, offset: number): Said | undefined {
  const { line } = place;
  switch (parent.kind) {
    case "Option":
      return optionPartHover(snapshot, place, token, parent, offset);
    case "Entry":
      return sayOf(token, entryHover(token, parent.key === token ? "key" : "value", askersOf(snapshot, place)));
    case "Limit":
      return sayOf(parent, limitHover(snapshot, line, parent));
    case "WrapperDirective": {
      const format = token === parent.command ? formatIn(snapshot, token, offset) : undefined;
      return format ?? sayOf(token, statementPartHover(snapshot, line, token));
    }
    default:
      return sayOf(token, statementPartHover(snapshot, line, token));
  }
}

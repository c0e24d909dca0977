import {
  automatonOf,
  charactersOf,
  matchesRegularExpression,
  type RegularExpression,
} from "../runtime/regular-expression/regular-expression.ts";
import { type RegexToken, regexTokens } from "./regex-tokens.ts";

/** What a pattern for a domain or an address finds besides, and what does not. */
export interface LooseRegex {
  /** Texts that it was hardly meant for, one or two. */
  readonly examples: readonly string[];
  /** What was meant; undefined where that is not clear. */
  readonly tied: string | undefined;
}

/** The most states that the search for an example goes through. */
const mostStates = 300;
/** The most examples that are tried. */
const mostFound = 20;
const alphabet = ".abcdefghijklmnopqrstuvwxyz0123456789-@_";

/**
 * Finds out whether a pattern that ends in the name of a domain also finds longer names that belong to others. The name may
 * go on at its end, and, where `beginCounts`, at its beginning. Undefined where it may not, or where `.*` says that it may.
 */
export function looseDomain(expression: RegularExpression, beginCounts: boolean): LooseRegex | undefined {
  const { pattern } = expression;
  if (isExact(pattern) || !/[a-z\d]\)*\\?\.\(?[a-z|]{2,}\)*(?:\$|\\')?$/.test(pattern)) return undefined;
  for (const name of shortestFound(expression)) {
    const loose = /[a-z\d]\.[a-z]{2,}$/.test(name) ? looseAround(name, expression) : undefined;
    if (loose !== undefined && (beginCounts || loose.atEnd.length > 0)) {
      const { atBegin, atEnd } = loose;
      return { examples: [...atBegin, ...atEnd], tied: tied(pattern, atBegin.length > 0, atEnd.length > 0) };
    }
  }
  return undefined;
}

/** Whether a pattern stands for a few texts that it spells out, so that there is no need to look for others. */
function isExact(pattern: string): boolean {
  return /^\^(?:[\w@-]|\\[.@-]|\((?:[\w@|-]|\\[.@-])*\))*\$$/.test(pattern);
}

/** Longer names that are found as well as a name is, at its beginning and at its end; undefined where there are none. */
function looseAround(name: string, expression: RegularExpression) {
  const isFound = (other: string) => matchesRegularExpression(expression, other);
  const atEnd = [`${/^[@.]/.test(name) ? "x" : ""}${name}.attacker.example`].filter(isFound);
  const atBegin = isClosedByMistake(expression.pattern, name) ? [`not${name}`].filter(isFound) : [];
  return atBegin.length + atEnd.length > 0 ? { atBegin, atEnd } : undefined;
}

/** Whether nothing shows that anything may stand before the name. */
function isClosedByMistake(pattern: string, name: string): boolean {
  return /^[a-z\d]/.test(name) && !/^\^?\(*\.[*+]/.test(pattern);
}

/** The pattern with its ends tied, and with dots that are dots. Not where only some of its branches are tied. */
function tied(pattern: string, atBegin: boolean, atEnd: boolean): string | undefined {
  const tokens = regexTokens(pattern).filter(({ kind }) => kind !== "flag");
  if (hasBranches(tokens) && /[\^$]/.test(pattern)) return undefined;
  const body = tokens
    .map(({ kind, text }, index) => (kind === "any" && tokens[index + 1]?.kind !== "repeat" ? "\\." : text))
    .join("");
  return `${atBegin ? "^" : ""}${hasBranches(tokens) ? `(${body})` : body}${atEnd ? "$" : ""}`;
}

/** Whether it is an alternation that is in no group. */
function hasBranches(tokens: readonly RegexToken[]): boolean {
  let depth = 0;
  return tokens.some(({ kind, text }) => {
    if (kind === "group") depth++;
    else if (kind === "other" && text === ")") depth--;
    return kind === "other" && text === "|" && depth === 0;
  });
}

/** The same for the beginning or the whole of an IPv4 address in digits and dots. `tied` is the network that is meant. */
export function looseAddress(expression: RegularExpression): LooseRegex | undefined {
  const text = /^\^?((?:\d{1,3}\\?\.){1,3}(?:\d{1,3})?)\$?$/.exec(expression.pattern)?.[1]?.replaceAll("\\", "");
  if (text === undefined) return undefined;
  const longer = text.endsWith(".") ? [] : [`${text}0`];
  const others = [`203.${text}`, `1${text}`, ...longer].map(fillAddress).filter(isAddress);
  const examples = others.filter((other) => matchesRegularExpression(expression, other)).slice(0, 1);
  const octets = text.split(".").filter((octet) => octet !== "");
  return examples.length === 0 ? undefined : { examples, tied: `${fillAddress(text)}/${octets.length * 8}` };
}

/** The beginning of an address with zeros behind it. */
function fillAddress(text: string): string {
  const octets = text.split(".").filter((octet) => octet !== "");
  return octets.length > 4 ? text : [...octets, "0", "0", "0"].slice(0, 4).join(".");
}

function isAddress(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split(".").every((octet) => Number(octet) <= 255);
}

/** The shortest texts that the expression accepts, of letters, digits and the signs of addresses; not all of them. */
function shortestFound(expression: RegularExpression): readonly string[] {
  const { start, step, accepts, isDead } = automatonOf(expression);
  const letters = oneOfEachClass(expression);
  const seen = new Set([start]);
  const open: (readonly [state: number, text: string])[] = [[start, ""]];
  const found: string[] = [];
  for (const [state, text] of open) {
    if (accepts(state)) found.push(text);
    for (const letter of accepts(state) || seen.size > mostStates ? [] : letters) {
      const next = step(state, letter);
      if (isDead(next) || (seen.has(next) && !accepts(next))) continue;
      seen.add(next);
      open.push([next, text + letter]);
    }
  }
  return found.slice(0, mostFound);
}

/** One letter for all that the expression treats alike. */
function oneOfEachClass(expression: RegularExpression): readonly string[] {
  const sets = charactersOf(expression);
  const bySignature = new Map<string, string>();
  for (const letter of alphabet) {
    const signature = sets.map((set) => Number(set.has(letter))).join("");
    if (!bySignature.has(signature)) bySignature.set(signature, letter);
  }
  return [...bySignature.values()];
}

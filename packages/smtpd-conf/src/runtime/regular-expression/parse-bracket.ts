import {
  type CharacterSet,
  characterSet,
  complementOf,
  ignoringCase,
  namedClasses,
  type UnitRange,
} from "./character-set.ts";
import { type RegexFault, regexFault } from "./regex-fault.ts";

/** A bracket expression that was read: the set that it stands for, and the offset behind it. */
export interface Bracket {
  readonly kind: "Bracket";
  readonly set: CharacterSet;
  readonly end: number;
}

/** A part of a bracket expression: a character, which may begin or end a range, or a class, which may not. */
interface Element {
  readonly kind: "Element";
  readonly ranges: readonly UnitRange[];
  readonly inRange: boolean;
  readonly end: number;
}

/**
 * Reads the bracket expression whose `[` is at `start`, as glibc does in the C locale (`parse_bracket_exp()` in
 * regcomp.c; IEEE 1003.1-2017, section 9.3.5). A backslash is a character like any other in it.
 */
export function parseBracket(pattern: string, start: number, ignoreCase: boolean): Bracket | RegexFault {
  const negated = pattern.charAt(start + 1) === "^";
  const first = start + (negated ? 2 : 1);
  const ranges: UnitRange[] = [];
  let at = first;
  while (at === first || pattern.charAt(at) !== "]") {
    const item = parseItem(pattern, at, at === first, ignoreCase);
    if (at >= pattern.length || (item.kind === "Element" && item.end >= pattern.length)) return unclosed(start);
    if (item.kind === "RegexFault") return item;
    ranges.push(...item.ranges);
    at = item.end;
  }
  const listed = characterSet(ranges);
  const set = negated ? complementOf(listed) : listed;
  return { kind: "Bracket", set: ignoreCase ? ignoringCase(set) : set, end: at + 1 };
}

function unclosed(start: number): RegexFault {
  return regexFault("invalid", start, 'The "[" has no "]" that closes it.');
}

/** Reads a character, a class or a range. */
function parseItem(pattern: string, at: number, isFirst: boolean, ignoreCase: boolean): Element | RegexFault {
  if (pattern.charAt(at) === "-" && !isFirst && pattern.charAt(at + 1) !== "]")
    return regexFault("invalid", at, 'The "-" stands between no two characters that could be the ends of a range.');
  const from = parseElement(pattern, at, ignoreCase);
  if (from.kind === "RegexFault" || !from.inRange || pattern.charAt(from.end) !== "-") return from;
  if (pattern.charAt(from.end + 1) === "]") return from;
  const to = parseElement(pattern, from.end + 1, ignoreCase);
  return to.kind === "RegexFault" ? to : rangeOf(pattern, at, from, to);
}

function rangeOf(pattern: string, start: number, from: Element, to: Element): Element | RegexFault {
  const [first, last] = [from.ranges[0]?.[0] ?? 0, to.ranges[0]?.[0] ?? 0];
  const range = pattern.slice(start, to.end);
  if (!to.inRange) return regexFault("invalid", start, `The range "${range}" ends in a class.`, range.length);
  if (first > last) return regexFault("invalid", start, `The range "${range}" ends before it begins.`, range.length);
  return { ...to, ranges: [[first, last]] };
}

function parseElement(pattern: string, at: number, ignoreCase: boolean): Element | RegexFault {
  if (/^\[[.=:]/.test(pattern.slice(at, at + 2))) return parseNamed(pattern, at, ignoreCase);
  return { ...oneCharacter(pattern.charAt(at), ignoreCase), inRange: true, end: at + 1 };
}

function oneCharacter(character: string, ignoreCase: boolean): Pick<Element, "kind" | "ranges"> {
  const unit = (ignoreCase ? inCapitals(character) : character).charCodeAt(0);
  return { kind: "Element", ranges: [[unit, unit]] };
}

/** Capital letters as the C locale has them: those of ASCII. */
export function inCapitals(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** `[:class:]`, `[=c=]` or `[.c.]`. The C locale has no names for single characters but themselves. */
function parseNamed(pattern: string, at: number, ignoreCase: boolean): Element | RegexFault {
  const mark = pattern.charAt(at + 1);
  const close = pattern.indexOf(`${mark}]`, at + 2);
  if (close < 0) return regexFault("invalid", at, `The "[${mark}" has no "${mark}]" that closes it.`, 2);
  const [name, end] = [pattern.slice(at + 2, close), close + 2];
  if (mark === ":") return parseClass(name, at, end, ignoreCase);
  if (name.length === 1) return { ...oneCharacter(name, ignoreCase), inRange: mark === ".", end };
  return regexFault("invalid", at, `"${name}" is not one character.`, end - at);
}

function parseClass(name: string, at: number, end: number, ignoreCase: boolean): Element | RegexFault {
  const set = namedClasses.get(ignoreCase && /^(upper|lower)$/.test(name) ? "alpha" : name);
  if (set !== undefined) return { kind: "Element", ranges: set.ranges, inRange: false, end };
  return regexFault("invalid", at, `There is no class of characters called "${name}".`, end - at);
}

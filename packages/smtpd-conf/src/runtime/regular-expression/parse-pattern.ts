import {
  anyCharacter,
  type CharacterSet,
  charactersIn,
  complementOf,
  ignoringCase,
  spaceCharacters,
  wordCharacters,
} from "./character-set.ts";
import { inCapitals, parseBracket } from "./parse-bracket.ts";
import { type RegexFault, regexFault } from "./regex-fault.ts";
import { emptyNode, type PlaceTest, type RegexNode, repetitionOf, sequenceOf } from "./syntax.ts";

/** The most that an interval can ask for (`RE_DUP_MAX` of glibc). */
const mostRepeats = 0x7fff;
/** Groups that can be open at once. glibc has no such limit, but no pattern that somebody wrote comes near it. */
const deepestGroup = 500;

/** Where the parser is, and what it has found. */
interface Reading {
  readonly pattern: string;
  readonly ignoreCase: boolean;
  at: number;
  /** Groups so far. */
  groups: number;
  /** The groups that can be referred to, as bits: those that are closed, but for what other branches closed. */
  closed: number;
  open: number;
  /** The first fault. Once there is one, `at` is the end. */
  fault: RegexFault | undefined;
  /** The first thing that is right but that we cannot do. */
  unsupported: RegexFault | undefined;
}

/**
 * Reads an extended regular expression from `start` on as glibc does (`parse_reg_exp()` in regcomp.c, with
 * `RE_SYNTAX_POSIX_EXTENDED`). Where POSIX leaves something open, what glibc does counts. In one thing it is not followed: of
 * a repeated group with a place in it, as in `(^a){2}`, it sometimes forgets to ask for the place the second time.
 */
export function parsePattern(pattern: string, start: number, ignoreCase: boolean): RegexNode | RegexFault {
  const reading: Reading = {
    pattern,
    ignoreCase,
    at: start,
    groups: 0,
    closed: 0,
    open: 0,
    fault: undefined,
    unsupported: undefined,
  };
  const tree = parseAlternation(reading);
  return reading.fault ?? reading.unsupported ?? tree;
}

function fail(reading: Reading, ...fault: Parameters<typeof regexFault>): RegexNode {
  return stop(reading, regexFault(...fault));
}

function stop(reading: Reading, fault: RegexFault): RegexNode {
  reading.fault ??= fault;
  reading.at = reading.pattern.length;
  return emptyNode;
}

function isAtEnd({ pattern, at }: Reading): boolean {
  return at >= pattern.length;
}

function next({ pattern, at }: Reading): string {
  return pattern.charAt(at);
}

/** alternation : branch ("|" branch)* */
function parseAlternation(reading: Reading): RegexNode {
  const closedBefore = reading.closed;
  const branches = [parseBranch(reading)];
  while (next(reading) === "|") {
    reading.at++;
    const closedElsewhere = reading.closed;
    reading.closed = closedBefore;
    branches.push(parseBranch(reading));
    reading.closed |= closedElsewhere;
  }
  return branches.length > 1 ? { kind: "Alternation", branches } : (branches[0] ?? emptyNode);
}

/** branch : (assertion | atom repeat*)*. A `)` that closes nothing is a character. */
function parseBranch(reading: Reading): RegexNode {
  const parts: RegexNode[] = [];
  const ends = reading.open > 0 ? "|)" : "|";
  while (!isAtEnd(reading) && !ends.includes(next(reading))) {
    parts.push(parseAssertion(reading) ?? parseRepeats(reading, parseAtom(reading)));
  }
  return sequenceOf(parts);
}

/** What stands for a place, by how it is written: any of these rows, each of them all. */
const assertions: Readonly<Record<string, readonly (readonly PlaceTest[])[]>> = {
  "^": [["at-begin"]],
  $: [["at-end"]],
  "\\`": [["at-begin"]],
  "\\'": [["at-end"]],
  "\\<": [["after-other", "before-word"]],
  "\\>": [["after-word", "before-other"]],
  "\\b": [
    ["after-other", "before-word"],
    ["after-word", "before-other"],
  ],
  "\\B": [
    ["after-word", "before-word"],
    ["after-other", "before-other"],
  ],
};

/** Places cannot be repeated: the `*` of `^*` has nothing before it. */
function parseAssertion(reading: Reading): RegexNode | undefined {
  const { pattern, at: start } = reading;
  const written = next(reading) === "\\" ? pattern.slice(start, start + 2) : next(reading);
  const rows = Object.hasOwn(assertions, written) ? assertions[written] : undefined;
  if (rows === undefined) return undefined;
  const end = start + written.length;
  reading.at = end;
  const branches = rows.map((row) => sequenceOf(row.map((test) => ({ kind: "Assertion", test, start, end }))));
  return branches.length > 1 ? { kind: "Alternation", branches } : branches[0];
}

function parseAtom(reading: Reading): RegexNode {
  const { at } = reading;
  switch (next(reading)) {
    case "(":
      return parseGroup(reading);
    case "[":
      return parseBracketAtom(reading);
    case "\\":
      return parseEscape(reading);
    case ".":
      return character(reading, anyCharacter, 1);
    case "*":
    case "+":
    case "?":
    case "{":
      return fail(reading, "invalid", at, `There is nothing before the "${next(reading)}" that it could repeat.`);
    default:
      return character(reading, charactersIn(inCase(reading, next(reading))), 1);
  }
}

function inCase({ ignoreCase }: Reading, text: string): string {
  return ignoreCase ? inCapitals(text) : text;
}

/** A node for the next characters of the pattern. The set is what it would be for a text in capitals. */
function character(reading: Reading, set: CharacterSet, length: number): RegexNode {
  const start = reading.at;
  reading.at += length;
  const folded = reading.ignoreCase ? ignoringCase(set) : set;
  return { kind: "Character", set: folded, start, end: reading.at };
}

/** group : "(" alternation ")" */
function parseGroup(reading: Reading): RegexNode {
  const start = reading.at++;
  const number = ++reading.groups;
  if (++reading.open > deepestGroup) return fail(reading, "too-large", start, "Too many groups are open here.");
  const node = parseAlternation(reading);
  if (next(reading) !== ")") return fail(reading, "invalid", start, 'The "(" has no ")" that closes it.');
  reading.at++;
  reading.open--;
  if (number <= 9) reading.closed |= 1 << number;
  return node;
}

function parseBracketAtom(reading: Reading): RegexNode {
  const start = reading.at;
  const bracket = parseBracket(reading.pattern, start, reading.ignoreCase);
  if (bracket.kind === "RegexFault") return stop(reading, bracket);
  reading.at = bracket.end;
  return { kind: "Character", set: bracket.set, start, end: bracket.end };
}

const escapedSets: Readonly<Record<string, CharacterSet>> = {
  w: wordCharacters,
  W: complementOf(wordCharacters),
  s: spaceCharacters,
  S: complementOf(spaceCharacters),
};

/**
 * A backslash with what follows; what has no meaning of its own stands for itself. Where case is ignored, glibc compares an
 * escaped letter with the subject in capitals, so that a small one never matches.
 */
function parseEscape(reading: Reading): RegexNode {
  const escaped = reading.pattern.charAt(reading.at + 1);
  if (escaped === "") return fail(reading, "invalid", reading.at, "The backslash at the end escapes nothing.");
  if (/[1-9]/.test(escaped)) return parseBackReference(reading, Number(escaped));
  const set = Object.hasOwn(escapedSets, escaped) ? escapedSets[escaped] : undefined;
  return character(reading, set ?? charactersIn(escaped), 2);
}

function parseBackReference(reading: Reading, group: number): RegexNode {
  const start = reading.at;
  if ((reading.closed & (1 << group)) === 0)
    return fail(reading, "invalid", start, `"\\${group}" refers to a group that is not closed before it.`, 2);
  reading.unsupported ??= regexFault("unsupported", start, `"\\${group}" asks for the text of a group once more.`, 2);
  reading.at += 2;
  return emptyNode;
}

function parseRepeats(reading: Reading, atom: RegexNode): RegexNode {
  let node = atom;
  for (;;) {
    const sign = next(reading);
    if (sign === "{") node = parseInterval(reading, node);
    else if (sign === "*") node = repeat(reading, node, 0, undefined);
    else if (sign === "+") node = repeat(reading, node, 1, undefined);
    else if (sign === "?") node = repeat(reading, node, 0, 1);
    else return node;
  }
}

function repeat(reading: Reading, node: RegexNode, least: number, most: number | undefined, length = 1): RegexNode {
  reading.at += length;
  return repetitionOf(node, least, most);
}

/** `{m}`, `{m,}`, `{m,n}` and `{,n}`. glibc reads tokens there, so that a backslash before a comma or a 0 is lost. */
const intervalPattern = /\{((?:[0-9]|\\0)*)(?:(\\?,)((?:[0-9]|\\0)*))?\}/y;

function parseInterval(reading: Reading, node: RegexNode): RegexNode {
  const start = reading.at;
  intervalPattern.lastIndex = start;
  const [text = "", from = "", comma, to = ""] = intervalPattern.exec(reading.pattern) ?? [];
  if (from === "" && comma === undefined) return fail(reading, "invalid", start, noInterval(reading.pattern, start));
  const least = numberIn(from) ?? 0;
  const most = comma === undefined ? least : numberIn(to);
  if (most !== undefined && least > most)
    return fail(reading, "invalid", start, `The interval "${text}" ends before it begins.`, text.length);
  if ((most ?? least) > mostRepeats)
    return fail(reading, "invalid", start, `"${text}" asks for more than ${mostRepeats} repeats.`, text.length);
  return repeat(reading, node, least, most, text.length);
}

function numberIn(digits: string): number | undefined {
  return digits === "" ? undefined : Number(digits.replaceAll("\\", ""));
}

function noInterval(pattern: string, start: number): string {
  if (!pattern.includes("}", start)) return 'The "{" has no "}" that closes it.';
  return 'The "{" begins no interval such as {2}, {2,} or {2,5}.';
}

import { type Automaton, determinize, type LazyAutomaton } from "./automaton.ts";
import { anyCharacter, type CharacterSet, wordCharacters } from "./character-set.ts";
import { parsePattern } from "./parse-pattern.ts";
import { compilePattern, type Program } from "./program.ts";
import { type RegexFault, regexFault } from "./regex-fault.ts";
import { type RegexNode, sizeOf } from "./syntax.ts";

export type { Automaton } from "./automaton.ts";
export type { CharacterSet } from "./character-set.ts";
export type { RegexFault } from "./regex-fault.ts";

/** A pattern that compiles. */
export interface RegularExpression {
  readonly kind: "RegularExpression";
  /** As it was given, with the `(?i)` that it may begin with. */
  readonly pattern: string;
  readonly ignoreCase: boolean;
  /** What it matches; offsets count from the start of `pattern`. */
  readonly tree: RegexNode;
}

/** The most instructions that a program may have. */
const largestProgram = 20_000;
/** What the states that a search keeps may hold, in instructions. Beyond that it begins to make them anew. */
const mostKept = 200_000;
/** What a pattern begins with when upper and lower case are to be the same (`table_regex_match()` in table.c). */
const caseFlag = "(?i)";

/**
 * Reads an extended regular expression as the daemon compiles it on Linux: `regcomp()` of glibc with `REG_EXTENDED` in the
 * C locale, after a leading `(?i)`. `pattern` is what reaches the matcher, so in lower case where it comes from a list or a
 * file. The daemon sees bytes and we see UTF-16 units: a character beyond ASCII counts as one here and as several there.
 */
export function parseRegularExpression(pattern: string): RegularExpression | RegexFault {
  const ignoreCase = pattern.startsWith(caseFlag);
  const tree = parsePattern(pattern, ignoreCase ? caseFlag.length : 0, ignoreCase);
  if (tree.kind === "RegexFault") return tree;
  if (sizeOf(tree) > largestProgram)
    return regexFault("too-large", 0, "It is too large when its intervals are written out.", pattern.length);
  return { kind: "RegularExpression", pattern, ignoreCase, tree };
}

const programs = new WeakMap<RegularExpression, Program>();
const searches = new WeakMap<RegularExpression, LazyAutomaton>();

/**
 * Whether the pattern is found anywhere in the subject (`regexec()`). Takes time in proportion to the length of the
 * subject times the size of the pattern at most, and far less once the states that the subject needs were seen.
 */
export function matchesRegularExpression(expression: RegularExpression, subject: string): boolean {
  const automaton = searchOf(expression);
  let state = automaton.start;
  for (let at = 0; at < subject.length; at++) {
    if (automaton.isFull(state) || automaton.isDead(state)) break;
    if (automaton.size() > mostKept) state = automaton.forget(state);
    state = automaton.step(state, subject.charAt(at));
  }
  return !automaton.isDead(state) && automaton.accepts(state);
}

function searchOf(expression: RegularExpression): LazyAutomaton {
  const known = searches.get(expression);
  if (known !== undefined) return known;
  const made = determinize(programOf(expression));
  searches.set(expression, made);
  return made;
}

/** A new automaton for the expression, with states of its own. For analysis, such as products with other automata. */
export function automatonOf(expression: RegularExpression): Automaton {
  return determinize(programOf(expression));
}

/**
 * The sets that the expression tests characters with. Characters that are in the same ones of them are alike to it, so that
 * a caller can split an alphabet into classes and try one of each.
 */
export function charactersOf(expression: RegularExpression): readonly CharacterSet[] {
  const { sets, asksForWords } = programOf(expression);
  return asksForWords ? [...sets, wordCharacters] : sets;
}

function programOf(expression: RegularExpression): Program {
  const known = programs.get(expression);
  if (known !== undefined) return known;
  const made = compilePattern(expression.tree, anyCharacter);
  programs.set(expression, made);
  return made;
}

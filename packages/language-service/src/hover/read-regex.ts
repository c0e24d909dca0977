import type { AssertionNode, RegexNode, RepetitionNode } from "smtpd-conf";
import { code, joined, type Prose, prose } from "../markdown.ts";
import { onlyCharacter, readCharacterSet } from "./read-character-set.ts";

/** Parts of one branch, and branches, that are read; the rest is only said to be there. */
const mostParts = 12;
const mostBranches = 6;

/**
 * What a regular expression asks of a text, in words behind "a text that": `begins with mx, then one or more of a digit, and
 * ends with .example.org`.
 */
export function readRegex(tree: RegexNode): Prose {
  const branches = tree.kind === "Alternation" && tree.branches.some(isTied) ? tree.branches : [tree];
  const read = branches.slice(0, mostBranches).map(readBranch);
  const more = branches.length > mostBranches ? [prose`is one of ${branches.length - mostBranches} others`] : [];
  return joined([...read, ...more], ", or ", ", or ");
}

/** Whether a branch begins at the beginning of the text or ends at its end. */
function isTied(branch: RegexNode): boolean {
  const parts = branch.kind === "Sequence" ? branch.parts : [branch];
  return isAssertion(parts[0], "at-begin") || isAssertion(parts.at(-1), "at-end");
}

/** One branch: what it begins with, what follows, what it ends with. */
function readBranch(tree: RegexNode): Prose {
  const parts = tree.kind === "Sequence" ? tree.parts : [tree];
  const begins = isAssertion(parts[0], "at-begin") && !isAnything(parts[1]);
  const ends = isAssertion(parts.at(-1), "at-end") && !isAnything(parts.at(-2));
  const body = parts.filter((part, index) => {
    const outer = index === 0 || index === parts.length - 1;
    if (outer && (isAssertion(part, "at-begin") || isAssertion(part, "at-end"))) return false;
    return !isAnything(part) || !isEdge(parts, index);
  });
  const phrases = phrasesOf(body);
  if (phrases.length === 0) return begins && ends ? prose`is empty` : prose`is any text`;
  return sentenceOf(phrases, begins, ends);
}

/** Whether nothing but `^` and `$` lies between a part and an end of the branch. */
function isEdge(parts: readonly RegexNode[], index: number): boolean {
  const before = parts.slice(0, index).every((part) => isAssertion(part, "at-begin"));
  return before || parts.slice(index + 1).every((part) => isAssertion(part, "at-end"));
}

function sentenceOf(phrases: readonly Prose[], begins: boolean, ends: boolean): Prose {
  const [first = []] = phrases;
  if (phrases.length === 1) {
    if (begins && ends) return prose`is ${first}`;
    return begins ? prose`begins with ${first}` : ends ? prose`ends with ${first}` : prose`contains ${first}`;
  }
  const shown = phrases.length > mostParts ? [...phrases.slice(0, mostParts), prose`more`] : phrases;
  const last = shown.at(-1) ?? [];
  const start = begins ? prose`begins with ` : prose`contains `;
  if (!ends) return prose`${start}${joined(shown, ", then ", ", then ")}`;
  const front = joined(shown.slice(0, -1), ", then ", ", then ");
  return prose`${start}${front}, and ends with ${last}`;
}

/** The parts of a sequence in words, with letters in a row as one. */
function phrasesOf(parts: readonly RegexNode[]): readonly Prose[] {
  const phrases: Prose[] = [];
  let letters = "";
  const flush = () => {
    if (letters !== "") phrases.push([code(letters)]);
    letters = "";
  };
  for (const part of parts.filter(({ kind }) => kind !== "Empty")) {
    const letter = part.kind === "Character" ? onlyCharacter(part.set) : undefined;
    if (letter !== undefined) {
      letters += letter;
      continue;
    }
    flush();
    phrases.push(readNode(part));
  }
  flush();
  return phrases.filter((phrase) => phrase.length > 0);
}

function readNode(node: RegexNode): Prose {
  switch (node.kind) {
    case "Empty":
      return prose`nothing`;
    case "Character":
      return readCharacterSet(node.set);
    case "Assertion":
      return prose`${places[node.test]}`;
    case "Sequence":
      return wordEdge(node) ?? readGroup(phrasesOf(node.parts));
    case "Alternation":
      return wordEdge(node) ?? readChoice(node.branches);
    case "Repetition":
      return readRepetition(node);
  }
}

/** Several things in a row as one. */
function readGroup(phrases: readonly Prose[]): Prose {
  return phrases.length === 1 ? (phrases[0] ?? []) : prose`(${joined(phrases, ", then ", ", then ")})`;
}

/** `\<`, `\>` and `\b`, which are made of questions about both sides of a place; undefined for anything else. */
function wordEdge(node: RegexNode): Prose | undefined {
  if (node.kind === "Alternation") {
    const edges = node.branches.map(wordEdge);
    return edges.length === 2 && edges.every((edge) => edge !== undefined) ? prose`the edge of a word` : undefined;
  }
  if (node.kind !== "Sequence" || node.parts.length !== 2) return undefined;
  const [before, behind] = node.parts.map((part) => (part.kind === "Assertion" ? part.test : undefined));
  if (before === "after-other" && behind === "before-word") return prose`the beginning of a word`;
  return before === "after-word" && behind === "before-other" ? prose`the end of a word` : undefined;
}

const places: Readonly<Record<AssertionNode["test"], string>> = {
  "at-begin": "the beginning of the text",
  "at-end": "the end of the text",
  "after-word": "a place behind a word",
  "after-other": "a place that is not behind a word",
  "before-word": "a place before a word",
  "before-other": "a place that is not before a word",
};

function readChoice(branches: readonly RegexNode[]): Prose {
  const filled = branches.filter(({ kind }) => kind !== "Empty");
  const shown = filled.slice(0, mostBranches).map(readNode);
  const more = filled.length > mostBranches ? [prose`${filled.length - mostBranches} others`] : [];
  const choice = joined([...shown, ...more], " or ");
  return filled.length < branches.length ? prose`optionally ${choice}` : choice;
}

function readRepetition({ part, least, most }: RepetitionNode): Prose {
  if (isAnyCharacter(part) && least === 0 && most === undefined) return prose`anything`;
  if (least === 0 && most === 1) return prose`optionally ${readNode(part)}`;
  const number = numberOf(least, most);
  if (part.kind === "Character") return prose`${number} ${readCharacterSet(part.set, true)}`;
  return least === 0 && most === undefined
    ? prose`any number of times ${readNode(part)}`
    : prose`${number} times ${readNode(part)}`;
}

function numberOf(least: number, most: number | undefined): string {
  if (most === undefined) return least === 0 ? "any number of" : least === 1 ? "one or more" : `${least} or more`;
  if (least === most) return String(least);
  return least === 0 ? `up to ${most}` : `${least} to ${most}`;
}

function isAssertion(node: RegexNode | undefined, test: AssertionNode["test"]): boolean {
  return node?.kind === "Assertion" && node.test === test;
}

/** `.*`, which asks nothing. */
function isAnything(node: RegexNode | undefined): boolean {
  return node?.kind === "Repetition" && node.least === 0 && node.most === undefined && isAnyCharacter(node.part);
}

function isAnyCharacter(node: RegexNode): boolean {
  return (
    node.kind === "Character" &&
    node.set.ranges.length === 1 &&
    (node.set.ranges[0]?.[1] ?? 0) === 0xffff &&
    (node.set.ranges[0]?.[0] ?? 2) <= 1
  );
}

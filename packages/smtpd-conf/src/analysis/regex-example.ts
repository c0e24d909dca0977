import type { CharacterSet } from "../runtime/regular-expression/character-set.ts";
import { parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import type { RegexNode } from "../runtime/regular-expression/syntax.ts";

/** Characters that are taken if they can be, in this order. */
const preferred = "xabcdefghijklmnopqrstuvwyz0123456789-.@_";

/** The longest example, in characters. */
const mostCharacters = 256;

/**
 * A short text that an expression is likely to find: the first of its branches, nothing more often than it must be. What it
 * asks of places is not looked at. Undefined where the pattern cannot be read.
 */
export function regexExample(pattern: string): string | undefined {
  const expression = parseRegularExpression(pattern);
  return expression.kind === "RegularExpression" ? exampleOf(expression.tree).slice(0, mostCharacters) : undefined;
}

function exampleOf(node: RegexNode): string {
  switch (node.kind) {
    case "Character":
      return characterIn(node.set);
    case "Sequence":
      return node.parts.map(exampleOf).join("");
    case "Alternation":
      return node.branches[0] === undefined ? "" : exampleOf(node.branches[0]);
    case "Repetition":
      return node.least === 0 ? "" : exampleOf(node.part).repeat(Math.min(node.least, mostCharacters));
    default:
      return "";
  }
}

function characterIn(set: CharacterSet): string {
  const [first] = set.ranges;
  return [...preferred].find(set.has) ?? (first === undefined ? "" : String.fromCharCode(first[0]));
}

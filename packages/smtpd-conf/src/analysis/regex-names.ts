import { parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import type { RegexNode } from "../runtime/regular-expression/syntax.ts";

/** Endings of an expression up to which they are told one by one, and characters of a set. */
const mostEndings = 64;
const mostCharacters = 4;

/** Domains of at least two labels, as they stand in a text. */
const name = /[a-z0-9-]+(?:\.[a-z0-9-]+)+/g;

/**
 * The domains that an expression spells out: what its matches can end with, such as `example.org` and `example.net` of
 * `^(.*\.)?example\.(org|net)$`, and what stands in it letter by letter. It may find others besides.
 */
export function regexNames(pattern: string): readonly string[] {
  const expression = parseRegularExpression(pattern);
  if (expression.kind !== "RegularExpression") return [];
  const endings = endingsOf(expression.tree).texts.flatMap(
    (text) => text.slice(text.lastIndexOf("@") + 1).match(name) ?? [],
  );
  const spelled = pattern.split(/[^a-z0-9.\\-]/).flatMap((text) => text.replace(/\\\./g, ".").match(name) ?? []);
  return [...new Set([...endings, ...spelled])];
}

/** What the texts of a node end with, and whether these are the whole texts. */
interface Endings {
  readonly texts: readonly string[];
  readonly whole: boolean;
}

const anything: Endings = { texts: [""], whole: false };
const nothing: Endings = { texts: [""], whole: true };

function endingsOf(node: RegexNode): Endings {
  switch (node.kind) {
    case "Character":
      return charactersOf(node.set.ranges);
    case "Sequence":
      return node.parts.reduceRight(
        (behind, part) => (behind.whole ? joined(endingsOf(part), behind) : behind),
        nothing,
      );
    case "Alternation":
      return either(node.branches.map(endingsOf));
    case "Repetition":
      return node.least === 0 && node.most === 1 ? either([nothing, endingsOf(node.part)]) : anything;
    default:
      return nothing;
  }
}

function charactersOf(ranges: readonly (readonly [first: number, last: number])[]): Endings {
  const size = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (size > mostCharacters) return anything;
  const units = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, place) => first + place),
  );
  return { texts: units.map((unit) => String.fromCharCode(unit)), whole: true };
}

function joined(before: Endings, behind: Endings): Endings {
  if (before.texts.length * behind.texts.length > mostEndings) return { ...behind, whole: false };
  return { texts: before.texts.flatMap((one) => behind.texts.map((other) => one + other)), whole: before.whole };
}

function either(branches: readonly Endings[]): Endings {
  const texts = [...new Set(branches.flatMap((branch) => branch.texts))];
  return texts.length > mostEndings ? anything : { texts, whole: branches.every(({ whole }) => whole) };
}

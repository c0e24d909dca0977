import type { CharacterSet } from "smtpd-conf";
import { code, joined, type Prose, prose } from "../markdown.ts";

type UnitRange = CharacterSet["ranges"][number];

const lastUnit = 0xffff;

/** The single character of a set, in lower case where it is there in both; undefined where there are more. */
export function onlyCharacter({ ranges }: CharacterSet): string | undefined {
  const units = ranges.flatMap(([first, last]) => (first === last ? [first] : [first, last]));
  const letters = [...new Set(units.map((unit) => String.fromCharCode(unit).toLowerCase()))];
  const single = ranges.every(([first, last]) => first === last) && letters.length === 1;
  return single ? letters[0] : undefined;
}

/** Sets that have a name, as the ranges that they are made of. Capitals do not matter: keys are lower-cased first. */
const names: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ["09", ["a digit", "digits"]],
  ["az", ["a letter", "letters"]],
  ["AZaz", ["a letter", "letters"]],
  ["09az", ["a letter or digit", "letters or digits"]],
  ["09AZaz", ["a letter or digit", "letters or digits"]],
  ["09AZ__az", ["a letter, digit or underscore", "letters, digits or underscores"]],
  ["09af", ["a hexadecimal digit", "hexadecimal digits"]],
  ["09AFaf", ["a hexadecimal digit", "hexadecimal digits"]],
  ["\t\r  ", ["white space", "characters of white space"]],
  ["\t\t  ", ["a blank or tab", "blanks or tabs"]],
  ["!~", ["a visible character", "visible characters"]],
]);

/** What a character must be: `a digit`, `one of a, b and c`, `any character but a comma`; of many, in the plural. */
export function readCharacterSet(set: CharacterSet, many = false): Prose {
  const { ranges } = set;
  const only = onlyCharacter(set);
  if (only !== undefined) return [code(only)];
  const name = names.get(pairsOf(ranges));
  if (name !== undefined) return prose`${name[many ? 1 : 0]}`;
  const left = complementOf(ranges);
  if (left.length === 0) return many ? prose`characters` : prose`any character`;
  if (ranges.at(-1)?.[1] === lastUnit) {
    return many ? prose`characters other than ${listOf(left)}` : prose`any character but ${listOf(left)}`;
  }
  return many ? prose`of ${listOf(ranges)}` : prose`one of ${listOf(ranges)}`;
}

function pairsOf(ranges: readonly UnitRange[]): string {
  return ranges.flatMap(([first, last]) => [String.fromCharCode(first), String.fromCharCode(last)]).join("");
}

/** What is not in a set, but for NUL, which no text can hold. */
function complementOf(ranges: readonly UnitRange[]): readonly UnitRange[] {
  const gaps: UnitRange[] = [];
  let from = 1;
  for (const [first, last] of ranges) {
    if (first > from) gaps.push([from, first - 1]);
    from = last + 1;
  }
  return from <= lastUnit ? [...gaps, [from, lastUnit]] : gaps;
}

/** Characters and ranges that are told one by one. */
const mostItems = 8;

function listOf(ranges: readonly UnitRange[]): Prose {
  const folded = withoutCapitals(ranges);
  const items = folded.slice(0, mostItems).flatMap(([first, last]): Prose[] => {
    const [from, to] = [String.fromCharCode(first), String.fromCharCode(last)];
    if (last - first < 3)
      return Array.from({ length: last - first + 1 }, (_, index) => [code(String.fromCharCode(first + index))]);
    return [prose`${code(from)} to ${code(to)}`];
  });
  const more = folded.length > mostItems ? [prose`others`] : [];
  return joined([...items, ...more], " and ");
}

/** Ranges of capitals are left out where the same small letters are there. */
function withoutCapitals(ranges: readonly UnitRange[]): readonly UnitRange[] {
  const [a, z, distance] = [0x41, 0x5a, 0x20];
  return ranges.filter(
    ([first, last]) =>
      first < a || last > z || !ranges.some(([low, high]) => low <= first + distance && last + distance <= high),
  );
}

/** A set of characters, which are UTF-16 units here. */
export interface CharacterSet {
  /** The units in it as ranges, both ends included, in order and apart from each other. */
  readonly ranges: readonly UnitRange[];
  /** Whether the first unit of a text is in it. */
  readonly has: (character: string) => boolean;
}

/** From the first unit to the last, both included. */
export type UnitRange = readonly [first: number, last: number];

const lastUnit = 0xffff;

/** The set of the units in any of the ranges, which may overlap. */
export function characterSet(ranges: readonly UnitRange[]): CharacterSet {
  const joined = joinRanges(ranges);
  return { ranges: joined, has: (character) => includesUnit(joined, character.charCodeAt(0)) };
}

/** The set of the characters of a text. */
export function charactersIn(text: string): CharacterSet {
  return characterSet(Array.from(text, (_, at) => [text.charCodeAt(at), text.charCodeAt(at)] as const));
}

/** Whether a unit lies in one of the ranges, which are in order. */
export function includesUnit(ranges: readonly UnitRange[], unit: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? lastUnit) < unit) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? lastUnit + 1) <= unit;
}

/** Everything that is not in the set, but for NUL, which no text of the daemon can hold. */
export function complementOf({ ranges }: CharacterSet): CharacterSet {
  const gaps: UnitRange[] = [];
  let from = 1;
  for (const [first, last] of ranges) {
    if (first > from) gaps.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  if (from <= lastUnit) gaps.push([from, lastUnit]);
  return characterSet(gaps);
}

/** The set that a pattern in capitals stands for when upper and lower case are the same: what has its capital in there. */
export function ignoringCase({ ranges }: CharacterSet): CharacterSet {
  const [a, z, toLower] = [0x61, 0x7a, 0x20];
  const unfolded = ranges.flatMap(([first, last]): UnitRange[] => [
    [first, Math.min(last, a - 1)],
    [Math.max(first, z + 1), last],
    [Math.max(first, a - toLower) + toLower, Math.min(last, z - toLower) + toLower],
  ]);
  return characterSet(unfolded.filter(([first, last]) => first <= last));
}

function joinRanges(ranges: readonly UnitRange[]): readonly UnitRange[] {
  const joined: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

/** The sets that `[:name:]` stands for in the C locale (IEEE 1003.1-2017, section 7.3.1.1). */
export const namedClasses: ReadonlyMap<string, CharacterSet> = new Map(
  Object.entries({
    alnum: "09AZaz",
    alpha: "AZaz",
    blank: "\t\t  ",
    cntrl: "\0\x1f\x7f\x7f",
    digit: "09",
    graph: "!~",
    lower: "az",
    print: " ~",
    punct: "!/:@[`{~",
    space: "\t\r  ",
    upper: "AZ",
    xdigit: "09AFaf",
  }).map(([name, pairs]) => [name, characterSet(pairsIn(pairs))] as const),
);

function pairsIn(text: string): UnitRange[] {
  return Array.from({ length: text.length / 2 }, (_, pair) => [
    text.charCodeAt(2 * pair),
    text.charCodeAt(2 * pair + 1),
  ]);
}

/** What `.` stands for, and a negated bracket expression that leaves nothing out. */
export const anyCharacter: CharacterSet = complementOf(characterSet([]));

/** The characters of words, as `\w`, `\b`, `\<` and `\>` see them: letters, digits and the underscore of ASCII. */
export const wordCharacters: CharacterSet = characterSet(pairsIn("09AZ__az"));

/** White space, as `\s` sees it. */
export const spaceCharacters: CharacterSet = characterSet(pairsIn("\t\r  "));

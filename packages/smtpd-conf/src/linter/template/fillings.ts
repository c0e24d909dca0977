import type { Filling } from "../../parser/template/render-template.ts";
import type { Block, Hole, Range, Template } from "../../parser/template/template.ts";

/** Which branches of a template are put out, and how newlines beside tags are treated. */
export type Shape = Pick<Filling, "isOn" | "trimsBlocks">;

/** More branches than these are not tried one by one but several at once; of a long text, fewer. */
const mostApart = { most: 24, least: 3, characters: 150_000 };

/** The shapes that a template is tried in. What holds in all of them does not depend on what the conditions say. */
export interface Shapes {
  /** The first branches of all blocks, and the last ones. */
  readonly whole: readonly Shape[];
  /** Each branch by itself, with those around it: with the whole ones, these show all text of the template. */
  readonly apart: readonly Shape[];
  /** All but one branch, none; the other shapes where newlines beside tags stay. */
  readonly other: readonly Shape[];
}

export function shapesOf({ blocks, holes, text }: Template): Shapes {
  const { most, least, characters } = mostApart;
  const groups = Math.max(least, Math.min(most, Math.floor(characters / (text.length + 1))));
  const branches = blocks.flatMap((block) => block.branches);
  const trims = holes.some(({ trimsAfter }) => trimsAfter === "perhaps-newline");
  const shape = (chosen: readonly Range[], trimsBlocks = trims): Shape => ({ trimsBlocks, isOn: isOneOf(chosen) });
  const firsts = blocks.flatMap((block) => block.branches.slice(0, 1));
  const lasts = blocks.flatMap((block) => block.branches.slice(-1));
  const whole = blocks.some((block) => block.branches.length > 1) ? [firsts, lasts] : [firsts];
  const alone = groupsOf(branches, groups).map((group) =>
    group.flatMap((branch) => [branch, ...around(branch, branches)]),
  );
  const allBut = groupsOf(branches, groups).map((group) => firstBranchesWithout(group, blocks));
  const untrimmed = trims ? [...whole, ...alone].map((chosen) => shape(chosen, false)) : [];
  return {
    whole: whole.map((chosen) => shape(chosen)),
    apart: alone.map((chosen) => shape(chosen)),
    other: branches.length === 0 ? untrimmed : [...allBut.map((chosen) => shape(chosen)), shape([]), ...untrimmed],
  };
}

function isOneOf(chosen: readonly Range[]): (branch: Range) => boolean {
  const set = new Set(chosen);
  return (branch) => set.has(branch);
}

function groupsOf(branches: readonly Range[], most: number): Range[][] {
  const count = Math.min(branches.length, most);
  const groups: Range[][] = Array.from({ length: count }, () => []);
  for (const [index, branch] of branches.entries()) groups[index % count]?.push(branch);
  return groups;
}

function around(inner: Range, branches: readonly Range[]): Range[] {
  return branches.filter((outer) => outer !== inner && outer.start <= inner.start && inner.end <= outer.end);
}

/** The first branches of all blocks, but for some blocks the next one, or none. */
function firstBranchesWithout(group: readonly Range[], blocks: readonly Block[]): Range[] {
  const left = new Set(group);
  return blocks.flatMap(({ branches }) => branches.filter((branch) => !left.has(branch)).slice(0, 1));
}

/** Something to stand in for the values of a template: what stands for a hole, by the number of its expression. */
export interface Candidate {
  readonly value: (number: number) => string;
  /** Another value of the same sort. */
  readonly other: (number: number) => string;
  /** It is a word at least: what is read with it does not need the hole to be an option, or nothing. */
  readonly isWord: boolean;
}

/** Values that smtpd takes somewhere. The first that a statement is accepted with is taken for what the hole stands for. */
export const candidates: readonly Candidate[] = [
  { value: (number) => `xa${letters(number)}`, other: (number) => `xb${letters(number)}`, isWord: true },
  fixed("25", "26"),
  fixed("4d", "5d"),
  fixed("35M", "36M"),
  fixed("192.0.2.7", "198.51.100.9"),
  fixed("127.0.0.1", "::1"),
  fixed("any", "local"),
  fixed("/x/a", "/x/b"),
  fixed("smtp+tls://a@x.example", "smtps://b@y.example:465"),
  { value: () => "", other: () => "", isWord: false },
];

function fixed(value: string, other: string): Candidate {
  return { value: () => value, other: () => other, isWord: true };
}

function letters(number: number): string {
  const rest = number < 26 ? "" : letters(Math.floor(number / 26) - 1);
  return rest + String.fromCharCode(97 + (number % 26));
}

/** A number for each expression of a template; each that is not known is one of its own. */
export function numberExpressions({ holes }: Template): (hole: Hole) => number {
  const numbers = new Map<string, number>();
  const keyOf = ({ expression, start }: Hole) => (expression === "" ? ` ${start}` : expression);
  for (const hole of holes) if (!numbers.has(keyOf(hole))) numbers.set(keyOf(hole), numbers.size);
  return (hole) => numbers.get(keyOf(hole)) ?? 0;
}

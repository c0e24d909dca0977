import type { Program } from "./program.ts";

/**
 * Which instructions can still lead to a find once the text has begun: by their place in the program, 1 where they can.
 * Those behind a `^` cannot, nor those that want a character behind a `$`. Takes time in proportion to the program.
 */
export function usefulInstructions(program: Program): Uint8Array {
  const comesFrom = predecessors(program);
  const finds = new Uint8Array(program.instructions.length);
  const useful = new Uint8Array(program.instructions.length);
  const found = program.instructions.findIndex(({ kind }) => kind === "Found");
  spread(finds, found, comesFrom, (place) => {
    const step = program.instructions[place];
    return step?.kind === "Split" || (step?.kind === "Assertion" && step.test !== "at-begin");
  });
  const passes = (place: number) => {
    const step = program.instructions[place];
    return step?.kind !== "Assertion" || (step.test !== "at-begin" && step.test !== "at-end");
  };
  finds.forEach((find, place) => {
    if (find === 1) spread(useful, place, comesFrom, passes);
  });
  return useful;
}

/** Marks a place, and each from which one gets there through instructions that may be passed. */
function spread(
  marks: Uint8Array,
  from: number,
  comesFrom: readonly (readonly number[])[],
  mayPass: (place: number) => boolean,
): void {
  const open = [from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (marks[place] === 1) continue;
    marks[place] = 1;
    open.push(...(comesFrom[place] ?? []).filter(mayPass));
  }
}

function predecessors({ instructions }: Program): readonly (readonly number[])[] {
  const comesFrom: number[][] = instructions.map(() => []);
  instructions.forEach((step, place) => {
    if (step.kind !== "Found") comesFrom[step.next]?.push(place);
    if (step.kind === "Split") comesFrom[step.other]?.push(place);
  });
  return comesFrom;
}

import type { Edit, Source } from "smtpd-conf";

/** The edits that make another text out of that of a source: those lines that change, and no others. */
export function lineEdits(source: Source, after: string): readonly Edit[] {
  const [old, young] = [linesOf(source.text), linesOf(after)];
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, young.length) - head;
  while (tail < most && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  const [middle, changed] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)];
  const offsets = offsetsOf(old);
  return hunks(middle, changed).map(({ start, end, lines }) => ({
    span: { source, start: offsets[head + start] as number, end: offsets[head + end] as number },
    text: lines.join(""),
  }));
}

/** The lines of a text, each with its newline. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Where each line begins, and where the last one ends. */
function offsetsOf(lines: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) as number) + line.length);
  return offsets;
}

/** Lines from `start` up to `end` that others take the place of. */
interface Hunk {
  readonly start: number;
  end: number;
  readonly lines: string[];
}

function hunks(old: readonly string[], young: readonly string[]): readonly Hunk[] {
  if (old.length === 0 && young.length === 0) return [];
  const kept = keptLines(old, young);
  if (kept === undefined) return [{ start: 0, end: old.length, lines: [...young] }];
  const found: Hunk[] = [];
  let [from, next] = [0, 0];
  for (const [place, other] of [...kept, [old.length, young.length] as const]) {
    if (place > from || other > next) found.push({ start: from, end: place, lines: young.slice(next, other) });
    [from, next] = [place + 1, other + 1];
  }
  return found;
}

/** Lines that may differ: looking for the fewest takes as long, and as much room, as the square of their number. */
const mostDifferences = 2000;

/** How far each diagonal (place in the old lines less that in the new ones) was followed, from `-reach` on. */
interface Trace {
  readonly reach: number;
  readonly furthest: Int32Array;
}

/**
 * A longest row of lines that both have in common, as pairs of places (Myers, "An O(ND) Difference Algorithm"); undefined
 * where too much differs.
 */
function keptLines(
  old: readonly string[],
  young: readonly string[],
): readonly (readonly [number, number])[] | undefined {
  const traces: Trace[] = [];
  let last: Trace = { reach: 1, furthest: Int32Array.of(0, 0, 0) };
  for (let differences = 0; differences <= mostDifferences; differences++) {
    traces.push(last);
    const next: Trace = { reach: differences + 1, furthest: new Int32Array(2 * differences + 3) };
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const from = stepFrom(last, diagonal, differences);
      let x = placeOn(last, from) + (from < diagonal ? 1 : 0);
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x++;
      next.furthest[diagonal + next.reach] = x;
      if (x >= old.length && x - diagonal >= young.length) return pairsOf(traces, old.length, young.length);
    }
    last = next;
  }
  return undefined;
}

function placeOn({ reach, furthest }: Trace, diagonal: number): number {
  return furthest[diagonal + reach] ?? 0;
}

/** The diagonal that a step to another one comes from: the one that leads further. */
function stepFrom(trace: Trace, diagonal: number, differences: number): number {
  const isDown = placeOn(trace, diagonal - 1) < placeOn(trace, diagonal + 1);
  return diagonal === -differences || (diagonal !== differences && isDown) ? diagonal + 1 : diagonal - 1;
}

/** Goes the way back that was found, and notes what stayed. */
function pairsOf(traces: readonly Trace[], width: number, height: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [width, height];
  for (let differences = traces.length - 1; differences >= 0; differences--) {
    const trace = traces[differences] as Trace;
    const from = stepFrom(trace, x - y, differences);
    const startX = placeOn(trace, from);
    const startY = startX - from;
    for (; x > startX && y > startY; x--, y--) pairs.push([x - 1, y - 1]);
    [x, y] = [startX, startY];
  }
  return pairs.reverse();
}

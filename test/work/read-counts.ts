import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The work that something takes at its size, at twice and at four times that, by its title. */
export type Counts = ReadonlyMap<string, readonly number[]>;

/** What a program of this folder counts. */
export function readCounts(program: string): Counts {
  // V8 does not count all that optimized code does, and forgets what it counted with code that it throws away.
  const flags = ["--no-opt", "--no-maglev", "--no-flush-bytecode"];
  // Far more than it takes: not a measure, only a guard against hanging.
  const options = { cwd: root, encoding: "utf8", timeout: 900_000, maxBuffer: 2 ** 26 } as const;
  const output = execFileSync(process.execPath, [...flags, "test/tools/run.mjs", `test/work/${program}`], options);
  const rows = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { title: string; work: number[] });
  return new Map(rows.map(({ title, work }) => [title, work]));
}

/** How much more work twice the size is, at both steps. */
export function growthOf(counts: Counts, title: string): readonly number[] {
  const [once, twice, fourTimes] = counts.get(title) ?? [];
  if (once === undefined || twice === undefined || fourTimes === undefined)
    throw new Error(`nothing was counted for ${title}`);
  return [twice / once, fourTimes / twice];
}

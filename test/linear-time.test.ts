import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { growingInputs } from "./work/inputs.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The work that each growing input takes at its size, at twice and at four times that. */
function countWork(): ReadonlyMap<string, readonly number[]> {
  // V8 does not count all that optimized code does, so nothing is optimized.
  const program = ["--no-opt", "--no-maglev", "test/tools/run.mjs", "test/work/count-work.ts"];
  // Ten times what it takes: not a measure, only a guard against hanging.
  const output = execFileSync(process.execPath, program, { cwd: root, encoding: "utf8", timeout: 300_000 });
  const rows = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { title: string; work: number[] });
  return new Map(rows.map(({ title, work }) => [title, work]));
}

const counts = countWork();

/** How much more work twice the size is, at both steps. */
function growth(title: string): readonly number[] {
  const [once, twice, fourTimes] = counts.get(title) ?? [];
  if (once === undefined || twice === undefined || fourTimes === undefined)
    throw new Error(`nothing was counted for ${title}`);
  return [twice / once, fourTimes / twice];
}

describe("twice the size takes about twice the work:", () => {
  test.each(growingInputs.map(({ title }) => title))("%s", (title) => {
    for (const factor of growth(title)) expect(factor).toBeLessThan(2.25);
  });
});

describe("work that grows faster is seen:", () => {
  test.each(["control: a loop in a loop", "control: a search from the start"])("%s", (title) => {
    for (const factor of growth(title)) expect(factor).toBeGreaterThan(3.5);
  });
});

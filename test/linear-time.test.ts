import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { growingInputs } from "./work/inputs.ts";

vi.setConfig({ testTimeout: 300_000 });

const root = fileURLToPath(new URL("..", import.meta.url));

/** The work that each growing input takes at its size, at twice and at four times that. */
function countWork(): ReadonlyMap<string, readonly number[]> {
  const program = ["test/tools/run.mjs", "test/work/count-work.ts"];
  // Ten times what it takes: not a measure, only a guard against hanging.
  const output = execFileSync(process.execPath, program, { cwd: root, encoding: "utf8", timeout: 300_000 });
  const rows = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { title: string; work: number[] });
  return new Map(rows.map(({ title, work }) => [title, work]));
}

const counts = countWork();
let again: typeof counts | undefined;

/** Counted anew, since V8 now and then loses a count while the machine is busy. Work that grows too fast does so twice. */
function recount(): typeof counts {
  if (again === undefined) console.log("counted again, since something grew too fast");
  again ??= countWork();
  return again;
}

/** How much more work twice the size is, at both steps. */
function growth(title: string, counted = counts): readonly number[] {
  const [once, twice, fourTimes] = counted.get(title) ?? [];
  if (once === undefined || twice === undefined || fourTimes === undefined)
    throw new Error(`nothing was counted for ${title}`);
  return [twice / once, fourTimes / twice];
}

const most = 2.25;

describe("twice the size takes about twice the work:", () => {
  test.each(growingInputs.map(({ title }) => title))("%s", (title) => {
    const isLinear = growth(title).every((factor) => factor < most);
    for (const factor of isLinear ? [] : growth(title, recount())) expect(factor).toBeLessThan(most);
  });
});

describe("work that grows faster is seen:", () => {
  test.each(["control: a loop in a loop", "control: a search from the start"])("%s", (title) => {
    for (const factor of growth(title)) expect(factor).toBeGreaterThan(3.5);
  });
});

import { describe, expect, test } from "vitest";
import { growingInputs } from "./work/inputs.ts";
import { growthOf, readCounts } from "./work/read-counts.ts";

const counts = readCounts("count-work.ts");

describe("twice the size takes about twice the work:", () => {
  test.each(growingInputs.map(({ title }) => title))("%s", (title) => {
    for (const factor of growthOf(counts, title)) expect(factor).toBeLessThan(2.25);
  });
});

describe("work that grows faster is seen:", () => {
  test.each(["control: a loop in a loop", "control: a search from the start"])("%s", (title) => {
    for (const factor of growthOf(counts, title)) expect(factor).toBeGreaterThan(3.5);
  });
});

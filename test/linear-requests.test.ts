import { describe, expect, test } from "vitest";
import { growthOf, readCounts } from "./work/read-counts.ts";
import { growingRequests } from "./work/request-inputs.ts";

const counts = readCounts("count-requests.ts");

describe.each(growingRequests)("twice the size takes about twice the work, or less: $title:", ({ title, requests }) => {
  test.each(requests)("%s", (name) => {
    for (const factor of growthOf(counts, `${title}: ${name}`)) expect(factor).toBeLessThan(2.25);
  });
});

import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

// In a process of its own: only there the heap is that of the server. 10,000 edits, as people make in days, take minutes:
// npm run sessions -- heap --edits 10000
test("the heap after 500 edits is about what it was after 50", () => {
  const parameters = ["test/tools/run.mjs", "test/language-server/run.ts", "heap", "--edits", "500"];
  const printed = execFileSync(process.execPath, parameters, { encoding: "utf8" });
  const growth = Number(/\((-?[\d.]+) %\)/.exec(printed)?.[1]);
  expect(growth, printed).toBeLessThan(40);
}, 180_000);

import { expect, test, vi } from "vitest";
import { lintEdits } from "./updates/lint-edits.ts";

/** `LINT_EDITS=20000 LINT_SEED=7` looks longer, and elsewhere. */
const edits = Number(process.env["LINT_EDITS"] ?? 300);
const seed = Number(process.env["LINT_SEED"] ?? 1);
vi.setConfig({ testTimeout: 120_000 + 200 * edits });

test("a text that is linted again after an edit gives what it gives when it is linted anew", () => {
  const { problem, count } = lintEdits(edits, seed);
  expect(problem).toBeUndefined();
  expect(count.accepted).toBeGreaterThan(count.edits / 4);
  expect(count.findings).toBeGreaterThan(count.edits);
});

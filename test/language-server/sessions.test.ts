import { beforeAll, expect, test } from "vitest";
import { prepareServer } from "./client.ts";
import { runSessions } from "./sessions.ts";

beforeAll(prepareServer, 120_000);

test("after any edits all answers are those of a server that sees the text for the first time", async () => {
  const outcome = await runSessions(6, { seed: 2026, edits: 60, every: 15 });
  expect(outcome.faults).toEqual([]);
  expect(outcome.comparisons).toBe(24);
}, 300_000);

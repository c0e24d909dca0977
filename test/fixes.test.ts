import { type FileReader, fixText, type LintInput, lint, newestRelease } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { findDaemons, withScratchFolder } from "./conformance/daemon.ts";
import { filesOf, hasCorpus, readPublic } from "./corpus/public-configurations.ts";
import { openAskers, runFixes } from "./fixes/campaign.ts";
import { judgeFixes } from "./fixes/judge-fixes.ts";
import { gatherMaterials, type WrongText } from "./fixes/wrong-texts.ts";

const daemons = await findDaemons();
if (daemons.found.length === 0) console.log(`skipped: ${daemons.reason}; smtpd is not asked about fixed texts`);

/** Fixes that may be left out, of all that are made: in so many of a thousand cases one fix stands in the way of another. */
const leftOutPerThousand = 20;

describe.each([
  ["safe", false],
  ["suggested", true],
])("%s fixes of generated texts", (_, suggested) => {
  test("make nothing worse, and leave nothing for a second time", { timeout: 120_000 }, async () => {
    const order = { seed: 2026, count: 120, suggested };
    const campaign = await withScratchFolder(async (folder) => {
      const askers = openAskers(daemons.found, folder);
      const run = runFixes(order, gatherMaterials(), askers);
      return run.finally(() => {
        for (const { close } of askers.values()) close();
      });
    });
    expect(campaign.faults).toEqual([]);
    expect(campaign.changed).toBeGreaterThan(order.count / 3);
    expect(campaign.asked).toBe(daemons.found.length === 4 ? campaign.changed : campaign.asked);
    expect(campaign.mostRounds).toBeLessThan(20);
    expect(sum(campaign.left)).toBeLessThanOrEqual((sum(campaign.applied) * leftOutPerThousand) / 1000);
  });
});

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, number) => total + number, 0);
}

describe.skipIf(!hasCorpus)("the public configurations", () => {
  const files = (["modern", "preview", "template"] as const).flatMap(filesOf);

  test.each([
    ["safe", false],
    ["suggested", true],
  ])("are not made worse by %s fixes", { timeout: 300_000 }, (_, suggested) => {
    expect(files.length).toBeGreaterThan(200);
    const judgements = files.map((file) => ({ file, ...judgeFixes(asWrongText(file), suggested) }));
    const bad = judgements.filter(({ faults }) => faults.length > 0);
    console.log(`${files.length} files: ${sumOf(judgements, "applied")} fixes, ${sumOf(judgements, "left")} left out`);
    expect(bad.map(({ file, faults }) => [file, ...faults])).toEqual([]);
  });
});

function sumOf(judgements: readonly ReturnType<typeof judgeFixes>[], what: "applied" | "left"): number {
  return judgements.reduce((total, judgement) => total + judgement[what].length, 0);
}

function asWrongText(file: string): WrongText {
  return {
    origin: file,
    text: readPublic(file, "latin1"),
    release: "7.9",
    target: newestRelease,
    rules: { preset: "recommended" },
    files: {},
    tableFiles: { forEachLine: () => false },
  };
}

test("a large file is fixed in no more time than a small one, for its size", () => {
  const statement = 'match from src "10.1.2.3/8" for local reject\n';
  const files: FileReader = { read: () => ({ kind: "failed", reason: "missing" }) };
  const input = (count: number): LintInput => {
    const rules = { preset: "none", enable: ["network-host-bits"] } as const;
    return { path: "smtpd.conf", text: statement.repeat(count), files, rules };
  };
  const { applied, rounds } = fixText(input(5000), { suggested: false });
  expect([applied.length, rounds]).toEqual([5000, 1]);
  expect(lint(input(10)).diagnostics.length).toBe(10);
});

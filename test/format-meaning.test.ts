import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parseRelease } from "../packages/smtpd-conf/src/language/releases.ts";
import type { ParseInput } from "../packages/smtpd-conf/src/parser/parse-input.ts";
import { gatherSupplies, makeText } from "./conformance/texts.ts";
import { filesOf, hasCorpus, readPublic } from "./corpus/public-configurations.ts";
import { anyInput } from "./properties/arbitraries.ts";
import { emptyTally, expectSameFindings, expectSameMeaning } from "./properties/expect-same-meaning.ts";

/** `FORMAT_TEXTS=100000` looks longer; `FORMAT_SEED=7` looks elsewhere. */
const { CI, FORMAT_TEXTS = CI ? "5000" : "1500", FORMAT_SEED = "1" } = process.env;
const numTexts = Number(FORMAT_TEXTS);
vi.setConfig({ testTimeout: 60_000 + 50 * numTexts });

describe("formatting keeps the meaning", () => {
  test("of generated configurations, right and wrong, and what there is to say of them", () => {
    const supplies = gatherSupplies();
    const tally = emptyTally();
    for (let index = 0; index < numTexts; index++) {
      const release = (["6.8", "7.4", "7.6", "7.9"] as const)[index % 4] ?? "7.9";
      const text = makeText(Number(FORMAT_SEED), index, release, supplies);
      // Every second one is formatted for its release, the others for any.
      const target = index % 8 < 4 ? parseRelease(release) : undefined;
      const input: ParseInput = { path: "smtpd.conf", text, encoding: "latin1", target };
      const formatted = expectSameMeaning(input, tally);
      // Looking for all findings takes five times as long.
      if (index % 20 === 0) expectSameFindings({ ...input, target: parseRelease(release) }, formatted);
    }
    console.log(`generated: ${JSON.stringify(tally)}`);
    expect(tally.changed).toBeGreaterThan(numTexts * 0.8);
    expect(tally.left).toBeLessThan(tally.statements * 0.05);
  });

  test("of any text", () => {
    fc.assert(
      fc.property(anyInput, (input) => void expectSameMeaning(input)),
      { numRuns: numTexts / 4 },
    );
  });
});

describe.skipIf(!hasCorpus)("formatting keeps the meaning of the public configurations:", () => {
  test.each(["modern", "legacy", "preview", "template"] as const)("%s", (era) => {
    const tally = emptyTally();
    for (const file of filesOf(era)) {
      const text = readPublic(file, "latin1");
      const input: ParseInput = { path: file, text, encoding: "latin1" };
      expectSameFindings(input, expectSameMeaning(input, tally));
    }
    console.log(`${era}: ${JSON.stringify(tally)}`);
    expect(tally.texts).toBeGreaterThan(10);
  });
});

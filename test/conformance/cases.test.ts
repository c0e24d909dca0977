import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Case } from "./cases.ts";
import { askLinter, compare } from "./compare.ts";
import { checkoutFolder } from "./daemon.ts";

const folder = join(checkoutFolder(), "test/conformance/cases");
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

// Each of these texts once made linter and daemon disagree.
describe.skipIf(names.length === 0)("kept cases", () => {
  test.each(names)("%s", (name) => {
    const { text, line, answers } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Case;
    for (const [release, answer] of Object.entries(answers)) {
      const opinion = askLinter(text, release);
      const comparison = compare(opinion, answer);
      const evidence = { release, text, linter: opinion.messages, daemon: answer };
      expect({ ...evidence, verdict: comparison.verdict }).not.toMatchObject({ verdict: "different" });
      if (line) expect({ ...evidence, line: comparison.line }).not.toMatchObject({ line: "different" });
    }
  });
});

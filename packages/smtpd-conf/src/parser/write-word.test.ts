import fc from "fast-check";
import { expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import type { TableDirective } from "./ast/nodes.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import { writeInQuotes, writeWord } from "./write-word.ts";

/** What smtpd of a release reads where this is written as an entry of a table. */
function readBack(text: string, target: Release): string | undefined {
  const { lines } = parseConfiguration({ path: "smtpd.conf", text: `table t { ${text} }\n`, target });
  return (lines[0] as TableDirective).entries?.entries[0]?.key.value;
}

test.each([
  ["example.org", "example.org"],
  ["::1", "::1"],
  ["10.0.0.0/8", "10.0.0.0/8"],
  ["10/8", '"10/8"'],
  ["25", '"25"'],
  ["25x", "25x"],
  ["relay", '"relay"'],
  ["@example.org", '"@example.org"'],
  ["", '""'],
  ["two words", '"two words"'],
  ['say "hi"', "'say \"hi\"'"],
  [`"it's"`, `"\\"it's\\""`],
  ["a\\ b", '"a\\\\ b"'],
  ["a\\.b", '"a\\.b"'],
  ["end\\", '"end\\\\\n"'],
  ["käse", '"käse"'],
])("%j", (value, written) => {
  expect(writeWord(value, "7.9")).toBe(written);
  expect(readBack(written, "7.9")).toBe(value);
});

test("a word is bare in the releases that do not reserve it", () => {
  expect(writeWord("regex", "6.4.2")).toBe("regex");
  expect(writeWord("regex", "6.6.0")).toBe('"regex"');
});

test.each<Release>(["6.4.0", "7.4", "7.9"])("%s reads back what was written", (target) => {
  const character = fc.constantFrom(..."aZ09 \t\\\"'$#{}<>!=,;@*/.+-~%|ü");
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 12 }), (value) => {
      expect(readBack(writeWord(value, target), target)).toBe(value);
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test.each([
  ["word", '"', '"word"'],
  ["word", "'", "'word'"],
  ["it's", "'", "'it\\'s'"],
  ['say "hi"', '"', '"say \\"hi\\""'],
  ["a\\ b", "'", "'a\\\\ b'"],
] as const)("%j in the quotes %s", (value, quote, written) => {
  expect(writeInQuotes(value, "7.9", quote)).toBe(written);
  expect(readBack(written, "7.9")).toBe(value);
});

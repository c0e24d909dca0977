import fc from "fast-check";
import { applyEdits, type Source } from "smtpd-conf";
import { expect, test } from "vitest";
import { lineEdits } from "./line-edits.ts";

function sourceOf(text: string): Source {
  return { kind: "file", path: "smtpd.conf", text, encoding: "utf8" };
}

/** The edits as `start-end text`. */
function shown(before: string, after: string): readonly string[] {
  return lineEdits(sourceOf(before), after).map(({ span, text }) => `${span.start}-${span.end} ${text}`);
}

test.each<[what: string, before: string, after: string, edits: readonly string[]]>([
  ["nothing", "a\nb\n", "a\nb\n", []],
  ["a line that changes", "a\nb\nc\n", "a\nx\nc\n", ["2-4 x\n"]],
  ["lines apart from one another", "a\nb\nc\nd\n", "x\nb\nc\ny\n", ["0-2 x\n", "6-8 y\n"]],
  ["a line that is new", "a\nb\n", "a\nx\nb\n", ["2-2 x\n"]],
  ["a line that goes", "a\nb\nc\n", "a\nc\n", ["2-4 "]],
  ["a last line without a newline", "a\nb", "a\nb\n", ["2-3 b\n"]],
  ["everything", "", "a\n", ["0-0 a\n"]],
])("%s", (_, before, after, edits) => {
  expect(shown(before, after)).toEqual(edits);
});

test("the edits make the other text, whatever both are", () => {
  const text = fc.array(fc.constantFrom("a\n", "b\n", "c\n", "\n", "d")).map((lines) => lines.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, lineEdits(sourceOf(before), after))).toBe(after);
    }),
    { numRuns: 1000 },
  );
});

test("the edits are the fewest, as those of a slow way to find them", () => {
  const lines = fc.array(fc.constantFrom("a\n", "b\n", "c\n"), { maxLength: 9 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const edits = lineEdits(sourceOf(before.join("")), after.join(""));
      const changed = edits.reduce((sum, { span, text }) => sum + (span.end - span.start + text.length) / 2, 0);
      expect(changed).toBe(before.length + after.length - 2 * longestCommon(before, after));
    }),
    { numRuns: 1000 },
  );
});

function longestCommon([first, ...rest]: readonly string[], other: readonly string[]): number {
  if (first === undefined || other.length === 0) return 0;
  const place = other.indexOf(first);
  const without = longestCommon(rest, other);
  return place < 0 ? without : Math.max(without, 1 + longestCommon(rest, other.slice(place + 1)));
}

test("texts with nothing in common are one edit", () => {
  const before = Array.from({ length: 3000 }, (_, index) => `a${index}\n`).join("");
  const after = Array.from({ length: 3000 }, (_, index) => `b${index}\n`).join("");
  expect(lineEdits(sourceOf(before), after)).toHaveLength(1);
});

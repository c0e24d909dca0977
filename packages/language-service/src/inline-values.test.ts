import { expect, test } from "vitest";
import { getInlineValues } from "./inline-values.ts";
import { snapshotOf } from "./testing.ts";

/** The values in the lines of a text, from one to another. */
function shown(text: string, from = 0, to = 99): readonly string[] {
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
  return getInlineValues(snapshotOf(text), range).map((value) => `${value.range.start.line}: ${value.text}`);
}

const text = 'if = "lo0"\nlisten on $if port 25\nlisten on $if port 26\nlisten on $none\n';

test("each use of a macro has its value, and one that is not defined none", () =>
  expect(shown(text)).toEqual(["1: $if = lo0", "2: $if = lo0"]));

test("what lies outside the range is not said", () => expect(shown(text, 2, 3)).toEqual(["2: $if = lo0"]));

test("a use counts with the definition above it", () =>
  expect(shown("a = lo0\nlisten on $a\na = em0\nlisten on $a\n")).toEqual(["1: $a = lo0", "3: $a = em0"]));

test("a long value is cut", () => {
  const [value = ""] = shown(`a = "${"x".repeat(500)}"\nlisten on $a\n`);
  expect(value.endsWith("…")).toBe(true);
  expect(value.length).toBeLessThan(80);
});

test("however often a macro is used", () =>
  expect(shown(`a = lo0\n${"listen on $a\n".repeat(300)}`, 300, 301)).toEqual(["300: $a = lo0"]));

test("what looks like a password is not shown", () =>
  expect(shown('p = "user:hunter2"\ntable c { mx = $p }\n')).toEqual([]));

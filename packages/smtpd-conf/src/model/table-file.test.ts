import fc from "fast-check";
import { expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { forEachLineOf, readTableFile } from "./table-file.ts";
import type { FileLine } from "./table-files.ts";

/** What a release makes of a text: `list`, `mapping`, or the line that it refuses. */
function shapeOf(text: string, target: Release = "7.9"): string {
  const { kind, fault } = readTableFile(text, target);
  return fault === undefined ? kind : `line ${fault.line}: ${fault.reason}`;
}

test.each([
  ["", "mapping"],
  ["# nothing but a comment\n", "mapping"],
  ["example.org\n", "list"],
  ["\texample.org \n", "list"],
  ["example.org", "list"],
  ["root admin\n", "mapping"],
  ["root: admin\n", "mapping"],
  ["root:admin\n", "mapping"],
  ["root\tadmin\n", "mapping"],
  ["root admin, backup\n", "mapping"],
  ["root admin\r\n", "mapping"],
  ["smtps://relay.example.org\n", "mapping"],
  ["2001:db8::1\n", "mapping"],
])("the first entry decides: %j is a %s", (text, shape) => expect(shapeOf(text)).toBe(shape));

test.each([
  ["# @list\n2001:db8::1\n", "list"],
  ["#@list\nroot admin\n", "list"],
  [" #\t@list \nroot admin\n", "list"],
  ["# domains\n# @list\nroot admin\n", "list"],
  ["# @list\n", "list"],
  ["# @list of domains\n::1\n", "mapping"],
  ["## @list\n::1\n", "mapping"],
  ["# @LIST\n::1\n", "mapping"],
  ["root admin\n# @list\nbob alice\n", "mapping"],
])("a comment can make it a list: %j is a %s", (text, shape) => expect(shapeOf(text)).toBe(shape));

test.each([
  ["root:\n", "line 1: value"],
  ["root admin\nbob\n", "line 2: value"],
  ["root admin\n\n  \n# comment\nbob:\n", "line 5: value"],
  ["root admin\nbob\t\0 alice\n", "line 2: value"],
])("a mapping wants a value in every line: %j is refused at %s", (text, shape) => expect(shapeOf(text)).toBe(shape));

test("the lines of a list may hold anything", () => expect(shapeOf("a\nb c\nd:\n")).toBe("list"));

test.each([
  ["[2001:db8::1]\n", "mapping", "list"],
  ["[2001:db8::1] relay\n", "mapping", "mapping"],
  ["[2001:db8::1\n", "mapping", "line 1: bracket"],
  ["[::1]x\n", "mapping", "line 1: value"],
  ["example.org\n[::1\n", "list", "line 2: bracket"],
])("7.6 changed what %j is from %s to %s", (text, before, after) => {
  expect(shapeOf(text, "7.5")).toBe(before);
  expect(shapeOf(text, "7.6")).toBe(after);
});

test("reads any text, and the line that it names exists", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom<Release>("6.4.0", "7.5", "7.6", "7.9"),
      (text, target) => {
        const { fault } = readTableFile(text, target);
        if (fault === undefined) return;
        expect(fault.line).toBeGreaterThanOrEqual(1);
        expect(fault.line).toBeLessThanOrEqual(text.split("\n").length);
      },
    ),
  );
});

test("lines have their number, their place and how their text was made, until nobody wants more", () => {
  const seen: FileLine[] = [];
  forEachLineOf("a\n\nb\nc", (line) => seen.push(line) < 3, "latin1");
  expect(seen).toEqual([
    { text: "a", number: 1, offset: 0, encoding: "latin1" },
    { text: "", number: 2, offset: 2, encoding: "latin1" },
    { text: "b", number: 3, offset: 3, encoding: "latin1" },
  ]);
});

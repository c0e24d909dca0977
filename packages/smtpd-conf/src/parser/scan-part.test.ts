import { expect, test } from "vitest";
import { defineMacro, type MacroTable, macroFromDefinition } from "./macros/macro-table.ts";
import { scanPart } from "./scan-part.ts";
import { sourceOf } from "./testing.ts";

function macrosOf(...definitions: readonly string[]): MacroTable {
  const macros: MacroTable = new Map();
  for (const macro of definitions.map(macroFromDefinition)) if (macro !== undefined) defineMacro(macros, macro);
  return macros;
}

/** The tokens between the `|` and `|` of a text. */
function scanned(marked: string, ...definitions: readonly string[]) {
  const [before = "", inside = "", after = ""] = marked.split("|");
  const source = sourceOf(before + inside + after);
  const [start, end] = [before.length, before.length + inside.length];
  return scanPart({ source, start, end, target: "7.9", macros: macrosOf(...definitions) });
}

test.each<[string, readonly string[]]>([
  ["|match from any|", ["Keyword match", "Keyword from", "Keyword any"]],
  ["match |from a|ny", ["Keyword from", "String a"]],
  ["match\\\n|  from \\\n any|\n", ["Keyword from", "Keyword any"]],
  ["|a\nb\n|c", ["String a", "Newline \n", "String b", "Newline \n"]],
  ['|tag "x y|z"', ["Keyword tag", "Missing x y"]],
  ['|tag "x y"|z', ["Keyword tag", "String x y"]],
  ["|queue ttl 4|d", ["Keyword queue", "Keyword ttl", "Number 4"]],
  ["|include x|\nmatch", ["Keyword include", "String x"]],
  ["||", []],
])("%j", (marked, expected) => {
  expect(scanned(marked).tokens.map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
});

test("offsets are those of the whole text", () => {
  const { tokens } = scanned("match |from any| for");
  expect(tokens.map(({ start, end }) => [start, end])).toEqual([
    [6, 10],
    [11, 14],
  ]);
});

test("macros have the values that they are given, and stand where they are used", () => {
  const { tokens, macroUses } = scanned("match |$from $no|", "from=from any");
  expect(tokens.map(({ kind, value, start, end }) => [kind, value, start, end])).toEqual([
    ["Keyword", "from", 6, 11],
    ["Keyword", "any", 6, 11],
    ["Missing", "no", 12, 15],
  ]);
  expect(macroUses.map(({ name }) => name)).toEqual(["from", "no"]);
});

test("comments are found, also one that the end cuts", () => {
  expect(scanned("|a # b\n# c| d").comments.map(({ start, end }) => [start, end])).toEqual([
    [2, 5],
    [6, 9],
  ]);
});

test("ends where it is told to", () => {
  const source = sourceOf("a b c d");
  const until = ({ value }: { readonly value: string }) => value === "b";
  const { tokens } = scanPart({ source, start: 0, end: 7, target: "7.9", macros: new Map(), until });
  expect(tokens.map(({ value }) => value)).toEqual(["a", "b"]);
});

import { describe, expect, test } from "vitest";
import { textOf } from "../source.ts";
import { tokensOf } from "../testing.ts";
import { defineMacro, hasMacroNameBlank, type MacroTable, macroFrom, macroFromDefinition } from "./macro-table.ts";

describe("macroFromDefinition", () => {
  test.each([
    ["a=b", "a", "b"],
    ["a=", "a", ""],
    ["=b", "", "b"],
    ["a=b=c", "a=b", "c"],
    ["a b= c ", "a b", " c "],
  ])("splits %j at the last equals sign", (definition, name, value) => {
    const macro = macroFromDefinition(definition);
    expect(macro).toMatchObject({ name, value, persistent: true });
    expect(macro && textOf(macro.origin)).toBe(value);
    expect(macro?.origin.source).toMatchObject({ kind: "definition", text: definition });
  });

  test("takes nothing without one", () => {
    expect(macroFromDefinition("a")).toBeUndefined();
    expect(macroFromDefinition("")).toBeUndefined();
  });
});

describe("macroFrom", () => {
  test.each([
    ["a", "a", "a", true],
    ['"a b"', "a b", "a b", true],
    ['"a\\"b"', 'a"b', '"a\\"b"', false],
    ['"a\nb"', "ab", '"a\nb"', false],
    ["a\\b", "ab", "a\\b", false],
    ['""', "", "", true],
  ])("of %j has the value %j from %j", (text, value, origin, exact) => {
    const [token] = tokensOf(text);
    const macro = token && macroFrom("m", token);
    expect(macro).toMatchObject({ name: "m", value, exact, persistent: false });
    expect(macro && textOf(macro.origin)).toBe(origin);
  });
});

describe("defineMacro", () => {
  test("replaces a macro of a file, and keeps one of the command line", () => {
    const macros: MacroTable = new Map();
    const [first, second] = tokensOf("x y").map((token) => macroFrom("m", token));
    const fixed = macroFromDefinition("m=z");
    if (first === undefined || second === undefined || fixed === undefined) throw new Error("no macros");
    defineMacro(macros, first);
    defineMacro(macros, second);
    expect(macros.get("m")).toBe(second);
    defineMacro(macros, fixed);
    defineMacro(macros, first);
    expect(macros.get("m")).toBe(fixed);
  });
});

describe("hasMacroNameBlank", () => {
  test.each(["a b", "a\tb", "a\n", "a\v", "a\f", "a\r", "  "])("%j has one", (name) => {
    expect(hasMacroNameBlank(name)).toBe(true);
  });

  test.each(["a", " a", "", "a\u00a0b"])("%j has none that smtpd sees", (name) => {
    expect(hasMacroNameBlank(name)).toBe(false);
  });
});

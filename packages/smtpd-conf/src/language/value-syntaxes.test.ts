import { expect, test } from "vitest";
import { optionLists } from "./option-lists.ts";
import { type SettingInfo, settings } from "./settings.ts";
import { valueSyntaxes } from "./value-syntaxes.ts";

test("every syntax is that of an option or a setting", () => {
  const options = optionLists.flatMap(({ options }) => options.map(({ syntax }) => syntax));
  const used = new Set([...options, ...(settings as readonly SettingInfo[]).map(({ syntax }) => syntax)]);
  expect(valueSyntaxes.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

test("every setting with a string says how it is written", () => {
  for (const { argument, syntax } of settings as readonly SettingInfo[]) {
    expect(syntax !== undefined).toBe(argument === "string" || argument === "size");
  }
});

test("the list is in alphabetical order", () => {
  const names = valueSyntaxes.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
});

import { expect, test } from "vitest";
import { openAnalysis } from "../analysis/analysis.ts";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { commandOf, filteredListeners, foundEverywhere, isBuiltin, namingWord } from "./filter-lists.ts";

const text = `
proc p "run -p"
filter a phase connect match !rdns junk
filter b phase connect match !fcrdns junk
filter d proc p
filter e proc-exec "other"
filter c chain { b, d, e }
listen on lo filter { a, b }
listen on em0 filter c
listen on em1
`;
const model = buildModel(parseConfiguration({ path: "smtpd.conf", text }));
const known = { model, analysis: openAnalysis(model) };

test("leaves out listeners without filters", () => {
  const names = filteredListeners(known).map(({ members }) => members.map(({ name }) => name.value));
  expect(names).toEqual([
    ["a", "b"],
    ["b", "d", "e"],
  ]);
});

test("keeps what holds of a builtin filter everywhere it is used", () => {
  const namesWhere = (holds: (address: string | undefined) => boolean) => {
    const found = foundEverywhere(known, ({ listener: { directive }, members }) => {
      const address = directive.interface?.value;
      return new Map(holds(address) ? members.filter(isBuiltin).map((filter) => [filter, address]) : []);
    });
    return [...found].map(([{ name }, address]) => `${name.value} ${address}`);
  };
  expect(namesWhere(() => true)).toEqual(["a lo", "b lo"]);
  expect(namesWhere((address) => address === "lo")).toEqual(["a lo"]);
  expect(namesWhere((address) => address === "em0")).toEqual([]);
});

test("finds the word that puts a filter on a listener, in its chain too", () => {
  const words = filteredListeners(known).map(
    ({ listener, members: [first] }) => first && namingWord(first, listener, model),
  );
  expect(words.map((word) => word && text.slice(0, word.start).split("\n").length)).toEqual([8, 7]);
});

test("knows the command of a filter that is a program", () => {
  const commands = filteredListeners(known).flatMap(({ members }) => members.map((filter) => commandOf(filter, model)));
  expect(commands).toEqual([undefined, undefined, undefined, "run -p", "other"]);
});

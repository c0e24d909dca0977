import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "filter-shadowed";

/** A configuration whose one listener has these filters in order, by the letters from a on. */
function chain(...filters: readonly string[]): string {
  const names = filters.map((_, index) => String.fromCharCode(97 + index));
  const lines = filters.map((text, index) => {
    const marked = text.startsWith("<|");
    const name = marked ? `<|${names[index]}|>` : names[index];
    return `filter ${name} phase ${text.replace("<|", "")}\n`;
  });
  return `table t { x }\n${lines.join("")}listen on lo filter { ${names.join(", ")} }\naction z mbox\nmatch for local action z\n`;
}

describe("reports", () => {
  test.each([
    ["the same condition", ["connect match !rdns junk", '<|connect match !rdns disconnect "550 no"']],
    ["the same list", ["mail-from match mail-from x junk", "<|mail-from match mail-from { X } bypass"]],
    ["the same table", ["connect match src <t> bypass", "<|connect match src <t> junk"]],
    ["a report", ["connect match !rdns junk", '<|connect match !rdns report "x"']],
    ["!rdns behind !fcrdns", ["connect match !fcrdns junk", '<|connect match !rdns disconnect "550 no"']],
    ["fcrdns behind rdns", ["ehlo match rdns bypass", "<|ehlo match fcrdns junk"]],
    ["all behind a pair", ["data match auth bypass", 'data match !auth reject "550 no"', "<|data match !rdns junk"]],
    ["another phase between", ["helo match rdns bypass", "ehlo match rdns bypass", "<|helo match rdns junk"]],
    ["phase auth, which runs at connect", ["connect match !rdns junk", "<|auth match !rdns junk"]],
  ])("%s", (_, filters) => expectMarked(code, chain(...filters)));
});

describe("is silent about", () => {
  test.each([
    ["another phase", ["connect match !rdns junk", "ehlo match !rdns junk"]],
    ["the opposite", ["connect match rdns bypass", "connect match !rdns junk"]],
    ["another list", ["connect match src <t> bypass", "connect match src x junk"]],
    ["a regex beside a list", ["connect match rdns x junk", "connect match rdns regex x junk"]],
    ["something behind a report", ['connect match !rdns report "x"', "connect match !rdns junk"]],
    ["!fcrdns behind !rdns", ['connect match !rdns disconnect "550 no"', "connect match !fcrdns junk"]],
    ["rdns of a list behind rdns", ["connect match rdns bypass", "connect match rdns <t> junk"]],
  ])("%s", (_, filters) => expectSilent(code, chain(...filters)));

  const filters = "filter a phase connect match !rdns junk\nfilter b phase connect match !rdns bypass\n";
  const rest = "action z mbox\nmatch for local action z\n";

  test("a filter that acts on another listener", () =>
    expectSilent(code, `${filters}listen on lo filter { a, b }\nlisten on em0 filter b\n${rest}`));

  test("filters that meet on no listener", () =>
    expectSilent(code, `${filters}listen on lo filter a\nlisten on em0 filter b\n${rest}`));
});

test("names the filter in front and points at it", () => {
  const text = chain("connect match !fcrdns junk", "connect match !rdns junk");
  expectMessage(code, text, {
    message: 'The filter "b" never acts: "a" decides about the same clients, and it is asked first.',
    help: "The first filter of a phase that matches ends the phase: put the special ones in front, or leave one out.",
  });
  expectRelated(code, text.replace("filter a", "filter <|a|>"));
});

test("says that nobody is left", () =>
  expectMessage(code, chain("data match auth bypass", "data match !auth junk", "data match !rdns junk"), {
    message:
      'The filter "c" never acts: "b" decides about the same clients, and with it, the filters before this one decide about everybody.',
  }));

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const file = new URL("../../grammars/language-configuration.json", import.meta.url);
const { onEnterRules, wordPattern, indentationRules, folding } = JSON.parse(readFileSync(file, "utf8"));

/** What the editor does when Enter is pressed at the |: the first rule that fits says it. */
function enter(text: string): EnterRule["action"] | undefined {
  const lines = text.split("\n");
  const [before = "", after = ""] = (lines.at(-1) ?? "").split("|");
  const previous = lines.at(-2) ?? "";
  const fits = ({ beforeText, afterText, previousLineText }: EnterRule) =>
    new RegExp(beforeText).test(before) &&
    (afterText === undefined || new RegExp(afterText).test(after)) &&
    (previousLineText === undefined || new RegExp(previousLineText).test(previous));
  return onEnterRules.find(fits)?.action;
}

describe("a new line", () => {
  test.each([
    ["is set in behind a backslash", "listen on lo \\|", { indent: "indent" }],
    ["keeps its place behind the next one", "listen on lo \\\n  tls \\|", { indent: "none" }],
    ["comes back where the statement ends", "listen on lo \\\n  tls|", { indent: "outdent" }],
    ["comes back behind a single character", "listen on lo \\\n  x|", { indent: "outdent" }],
    ["keeps its place behind a statement", "listen on lo|", undefined],
    ["keeps its place behind a comment", "# lo|", undefined],
    ["within a comment goes on with it", "# a| b", { indent: "none", appendText: "# " }],
    ["behind a comment that goes on is none of our business", "# a \\|", undefined],
  ])("%s", (_title, text, action) => expect(enter(text)).toEqual(action));

  test.each([
    ["table x {", true],
    ["table x { a, b }", false],
    ["# {", false],
  ])("is set in behind %s: %s", (line, increases) => {
    expect(new RegExp(indentationRules.increaseIndentPattern).test(line)).toBe(increases);
  });
});

test("a double click takes a word as smtpd reads it", () => {
  const words = 'match from any for domain <mail-domains> action "out" $lan tls=>x'.match(new RegExp(wordPattern, "g"));
  expect(words).toEqual(["match", "from", "any", "for", "domain", "mail-domains", "action", "out", "lan", "tls", "x"]);
});

test("regions fold", () => {
  expect(new RegExp(folding.markers.start).test("# region rules")).toBe(true);
  expect(new RegExp(folding.markers.end).test("# endregion")).toBe(true);
  expect(new RegExp(folding.markers.start).test("# regional")).toBe(false);
});

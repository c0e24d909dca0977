import type { Source } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { indexLines } from "../line-index.ts";
import { excerptOf } from "./excerpt.ts";

/** The excerpt for the range between `<|` and `|>`. */
function excerpt(marked: string): string[] {
  const text = marked.replace("<|", "").replace("|>", "");
  const source: Source = { kind: "file", path: "a.conf", text, encoding: "utf8" };
  const span = { source, start: marked.indexOf("<|"), end: marked.replace("<|", "").indexOf("|>") };
  return excerptOf(span, indexLines({ text }), (_ink, painted) => painted, "error");
}

test("underlines the range", () => {
  expect(excerpt("listen on lo\nlisten on <|eth0|> tls\n")).toEqual([" 2 | listen on eth0 tls", "   |           ^^^^"]);
});

test("marks an empty range with one caret, also at the end of a line", () => {
  expect(excerpt("listen on<||>\n")).toEqual([" 1 | listen on", "   |          ^"]);
});

test("shows nothing of an empty line", () => expect(excerpt("a\n<||>")).toEqual([]));

test("keeps tabs, so that the marks stand under the text", () => {
  expect(excerpt("\tlisten\ton <|lo|>")).toEqual([" 1 | \tlisten\ton lo", "   | \t      \t   ^^"]);
});

test("a tab in the range is as wide as on the terminal", () => {
  // The text begins in column 5: the tab goes from column 6 to 8.
  expect(excerpt("a<|\t|>b")).toEqual([" 1 | a\tb", "   |  ^^"]);
});

test("makes control characters visible", () => {
  expect(excerpt("<|\ufeff|>a\x1b[0m\r")).toEqual([" 1 | <U+FEFF>a\u241b[0m\u240d", "   | ^^^^^^^^"]);
});

test("aligns under wide and combining characters", () => {
  expect(excerpt('"\u90f5\u4fbf\u5c40" <|"e\u0301"|>')).toEqual([
    ' 1 | "\u90f5\u4fbf\u5c40" "e\u0301"',
    "   |          ^^^",
  ]);
});

describe("a range over several lines", () => {
  test("shows the first and the last", () => {
    expect(excerpt('listen <|on\n"a\nb\n  c|> d\n')).toEqual([
      " 1 | listen on",
      "   |        ^^",
      "...",
      " 4 |   c d",
      "   |   ^",
    ]);
  });

  test("leaves nothing out between two lines", () => {
    expect(excerpt('<|"a\nb"|> c\n')).toEqual([' 1 | "a', "   | ^^", ' 2 | b" c', "   | ^^"]);
  });

  test("the newline at its end is no line of its own", () => {
    expect(excerpt("listen <|on\n|>b\n")).toEqual([" 1 | listen on", "   |        ^^"]);
  });

  test("makes room for the greater line number", () => {
    expect(excerpt(`${"\n".repeat(8)}<|a\nb|>`)).toEqual(["  9 | a", "    | ^", " 10 | b", "    | ^"]);
  });
});

describe("a long line", () => {
  test("is cut behind what can be shown", () => {
    const [shown, marks] = excerpt(`<|listen|> ${"x".repeat(500)}`);
    expect(shown).toBe(` 1 | listen ${"x".repeat(113)}…`);
    expect(marks).toBe("   | ^^^^^^");
  });

  test("is cut before the range, too", () => {
    const [shown, marks] = excerpt(`${"a".repeat(300)}<|listen|>${"b".repeat(300)}`);
    expect(shown).toBe(` 1 | …${"a".repeat(40)}listen${"b".repeat(74)}…`);
    expect(marks).toBe(`   | ${" ".repeat(41)}^^^^^^`);
  });

  test("ends with its own end", () => {
    const [shown, marks] = excerpt(`${"a".repeat(300)}<|x|>`);
    expect(shown).toBe(` 1 | …${"a".repeat(119)}x`);
    expect(marks).toBe(`   | ${" ".repeat(120)}^`);
  });

  test("a long range is underlined as far as it is shown", () => {
    const [, marks] = excerpt(`<|${"x".repeat(500)}|>`);
    expect(marks).toBe(`   | ${"^".repeat(120)}`);
  });

  test("does not cut a character in two", () => {
    const [shown] = excerpt(`${"\u{1f4ee}".repeat(300)}<|x|>`);
    expect(shown).not.toMatch(/\p{Surrogate}/u);
  });
});

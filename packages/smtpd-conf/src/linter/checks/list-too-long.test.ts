import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "list-too-long";

/** A list of so many entries. */
function list(count: number, entry = "a"): string {
  return `{ ${`${entry}, `.repeat(count - 1)}${entry} }`;
}

describe.each([
  { place: "a table that is a list", before: "table t ", behind: "", entry: "a", most: 4996 },
  { place: "a table that is a mapping", before: "table t ", behind: "", entry: "a = b", most: 4995 },
  { place: "a chain of filters", before: "filter f chain ", behind: "", entry: "a", most: 4995 },
  {
    place: "the second condition of a rule",
    before: "match tag X for domain ",
    behind: " reject",
    entry: "a",
    most: 4994,
  },
])("$place", ({ before, behind, entry, most }) => {
  const text = (entries: string) => `${before}${entries}${behind}\n`;

  test(`has at most ${most} entries`, () => {
    expectSilent(code, text(list(most, entry)));
    expectMarked(code, text(`<|${list(most + 1, entry)}|>`));
  });

  test("has one more up to 7.4", () => {
    expectSilent(code, text(list(most + 1, entry)), { target: "7.4" });
    expectMarked(code, text(`<|${list(most + 2, entry)}|>`), { target: "7.4" });
  });
});

test("has the entries put into a file", () =>
  expectMessage(code, `table t ${list(5000)}\n`, {
    message: "This is longer than smtpd's parser has room for: it gives up with an exhausted stack.",
    help: "Put the entries into a file: table NAME file:/path.",
  }));

test("knows limits that are set over and over", () => {
  const limits = " max-rcpt 100".repeat(10_000);
  expectMarked(code, `<|smtp limit${limits}|>\n`);
  expectMessage(code, `smtp limit${limits}\n`, { help: "Set each limit once." });
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "rdns-wildcard";

describe("reports", () => {
  test.each([
    'match from rdns <|"*.example.org"|> for any reject',
    'match !from rdns { mx.a.org, <|"*.b.org"|> } for any reject',
    'match from rdns <|".example.org"|> for any reject',
    'table t { <|"*.a.org"|> }\nmatch from rdns <t> for any reject\nfilter f phase connect match rdns <t> junk',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "match from rdns mx.example.org for any reject",
    "match from rdns for any reject",
    'match from rdns regex ".*\\.example\\.org" for any reject',
    'match from rdns "*.<domain>" for any reject',
    'match from rdns "*@a.org" for any reject',
    'filter f phase connect match rdns "*.example.org" junk',
    'match for domain "*.example.org" reject',
    'match from src "*.example.org" reject',
  ])("%j", (text) => expectSilent(code, text));
});

describe("gives the regular expression", () => {
  test.each([
    ["*.example.org", "\\.example\\.org$"],
    [".example.org", "\\.example\\.org$"],
    ["*example.org", "example\\.org$"],
    ["mx*.example.org", "^mx.*\\.example\\.org$"],
    ["mail.example.*", "^mail\\.example\\."],
  ])("%s", (entry, pattern) =>
    expectMessage(code, `match from rdns "${entry}" for any reject`, {
      message: `"${entry}" never matches: "from rdns" compares the whole name and knows no wildcards.`,
      help: `Ask with a regular expression: from rdns regex "${pattern}".`,
    }),
  );

  test("or the form without a table, for any name", () =>
    expectMessage(code, 'match from rdns "*" for any reject', { help: 'Any name: write "from rdns" alone.' }));
});

test("asks with a regular expression", () => {
  expectFixed(code, 'match from rdns "*.a.org" for any reject', 'match from rdns regex "\\.a\\.org$" for any reject');
  expectFixed(code, 'match !from rdns "*" for any reject', "match !from rdns for any reject");
});

describe("does not mend", () => {
  test.each([
    'match from rdns { "*.a.org", b.org } for any reject',
    "m = '\"*.a.org\"'\nmatch from rdns $m for any reject",
  ])("%j", (text) => expectNoFix(code, text));
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "glob-in-regex";

describe("reports", () => {
  test.each([
    'match for domain regex "<|*|>.example.org" reject',
    'match for domain regex "<|*|>example.org" reject',
    'match for domain regex "^<|*|>.example.org$" reject',
    'match mail-from regex { a, "<|**|>@example.org" } for any reject',
    'filter f phase connect match rdns regex "<|*|>.dyn.*" junk',
  ])("%j", (text) => expectMarked(code, text));

  test("the pattern of a file", () =>
    expectMarked(code, "table t file:/t\nmatch helo regex <t> for any reject", { files: { "/t": "<|*|>.org\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match for domain regex ".*\\.example\\.org" reject',
    'match for domain regex "\\*" reject',
    'match for domain regex "[*]" reject',
    'match for domain regex "a*" reject',
    'match for domain "*.example.org" reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what an asterisk is", () => {
  expectMessage(code, 'match for domain regex "*.a.org" reject', {
    message: '"*.a.org" never matches: in a regular expression "*" repeats what stands before it, and nothing does.',
    help: 'Write "\\.a\\.org$".',
  });
  expectMessage(code, 'match for domain regex "*(a|b)" reject', {
    help: 'Any text is ".*", which can be left out at either end.',
  });
});

test("writes what wildcards mean as a regular expression", () => {
  expectFixed(
    code,
    'match mail-from regex "*@a.org" for any reject',
    'match mail-from regex "@a\\.org$" for any reject',
  );
  expectFixed(code, 'match helo regex "*.dyn.*" for any reject', 'match helo regex "\\.dyn\\." for any reject');
});

describe("does not mend", () => {
  test.each([
    'match for domain regex "*" reject',
    'match for domain regex "*(a|b)" reject',
    "m = '\"*.a.org\"'\nmatch for domain regex $m reject",
    'table t { "*.a.org" }\nmatch for domain regex <t> reject\nmatch for domain <t> reject',
  ])("%j", (text) => expectNoFix(code, text));
});

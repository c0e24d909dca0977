import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownTable } from "./builtin-tables.ts";
import { matchesDomain } from "./domain-pattern.ts";
import { matchesMailAddress } from "./mail-address.ts";
import { matchesNetwork } from "./network.ts";
import { matchesRegularExpression, parseRegularExpression } from "./regular-expression/regular-expression.ts";
import type { MatchService } from "./table.ts";
import { tableMatcher } from "./table-matcher.ts";

const settings = { delimiter: "+" };

function matches(pattern: string, key: string): boolean {
  const expression = parseRegularExpression(pattern.toLowerCase());
  return expression.kind === "RegularExpression" && matchesRegularExpression(expression, key.toLowerCase());
}

const address = fc
  .tuple(
    fc.constantFrom("Bob", "bob+x", "+x", "", "*"),
    fc.constantFrom("@", ""),
    fc.constantFrom("a.b", "A.B", "*.b", "*", ""),
  )
  .map((parts) => parts.join(""));
const network = fc.constantFrom(
  "10.0.0.1",
  "10.1",
  "10/8",
  "0x0a/8",
  "0.0.0.0/0",
  "::1",
  "[::1]",
  "::/0",
  "::/64",
  "local",
  "LOCAL",
  "junk",
  "",
);

/** Keys and entries of each service, and what says of one of them whether it matches the other. */
const oracles: readonly (readonly [MatchService, fc.Arbitrary<string>, (key: string, entry: string) => boolean])[] = [
  ["string", fc.constantFrom("a", "A", "b", "*", ""), (key, entry) => key.toLowerCase() === entry.toLowerCase()],
  ["domain", fc.string({ unit: fc.constantFrom(..."aB.*"), maxLength: 5 }), matchesDomain],
  ["mailaddr", address, (key, entry) => matchesMailAddress(key, entry)],
  ["netaddr", network, matchesNetwork],
  ["regex", fc.string({ unit: fc.constantFrom(..."aB.^$*("), maxLength: 4 }), (key, entry) => matches(entry, key)],
];

test.each(oracles)("finds a key by %s if one of the entries matches it", (service, text, oracle) => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, (entries, key) => {
      const expected = entries.some((entry) => oracle(key, entry));
      expect(tableMatcher(knownTable("t", entries), service, settings)(key)).toBe(expected ? "match" : "no-match");
      found += Number(expected);
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(100);
});

describe("what is no plain answer", () => {
  test("a key that is too long", () => {
    const find = tableMatcher(knownTable("t", ["*"]), "domain", settings);
    expect([find("x".repeat(1023)), find("x".repeat(1024))]).toEqual(["match", "error"]);
  });

  test("a table that is not known", () => {
    expect(tableMatcher({ kind: "UnknownTable", name: "t", backend: "db" }, "domain", settings)("x")).toBe("unknown");
  });

  test("an expression that only the daemon can read, unless another one matches", () => {
    const find = tableMatcher(knownTable("t", ["(a)\\1", "^b", "("]), "regex", settings);
    expect([find("aa"), find("b"), find("c")]).toEqual(["unknown", "match", "unknown"]);
    expect(tableMatcher(knownTable("t", ["("]), "regex", settings)("(")).toBe("no-match");
  });
});

test("finds a sub-address by the delimiter of the configuration", () => {
  const find = tableMatcher(knownTable("t", ["bob@a.b"]), "mailaddr", { delimiter: "-" });
  expect([find("bob-x@a.b"), find("bob+x@a.b")]).toEqual(["match", "no-match"]);
});

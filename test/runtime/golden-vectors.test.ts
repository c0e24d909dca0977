import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { matchesDomain } from "../../packages/smtpd-conf/src/runtime/domain-pattern.ts";
import { matchesMailAddress } from "../../packages/smtpd-conf/src/runtime/mail-address.ts";
import { matchesNetwork } from "../../packages/smtpd-conf/src/runtime/network.ts";
import {
  matchesRegularExpression,
  parseRegularExpression,
} from "../../packages/smtpd-conf/src/runtime/regular-expression/regular-expression.ts";
import { checkoutFolder } from "../conformance/daemon.ts";

/** What the functions of a real smtpd answered: kind, key, table entry, `1` where they match. */
const vectors = readFileSync(join(checkoutFolder(), "test/runtime/golden-vectors.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t").map((cell) => (cell === "''" ? "" : cell)));

type Matches = (key: string, entry: string) => boolean;

const matchers: readonly (readonly [what: string, kind: string, count: number, matches: Matches])[] = [
  ["domains", "dom", 26, matchesDomain],
  ["networks", "net", 38, matchesNetwork],
  ["mail addresses", "mail", 23, (address, entry) => matchesMailAddress(address, entry)],
  ["regular expressions", "re", 13, matchesPattern],
];

describe.each(matchers)("%s match as in smtpd", (_what, kind, count, matches) => {
  const ours = vectors.filter(([of]) => of === kind);

  test("all are there", () => expect(ours.length).toBe(count));

  test.each(ours)("%s: %j with the entry %j: %s", (_kind, key = "", entry = "", answer) => {
    expect(matches(key, entry)).toBe(answer === "1");
  });
});

// A pattern that does not compile matches nothing.
function matchesPattern(key: string, pattern: string): boolean {
  const expression = parseRegularExpression(pattern);
  return expression.kind === "RegularExpression" && matchesRegularExpression(expression, key);
}

import { expect, test } from "vitest";
import type { PhaseFilterDirective } from "../parser/ast/nodes.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { conditionKey, decides, refuses } from "./filter-condition.ts";

function filterOf(text: string): PhaseFilterDirective {
  const { lines } = parseConfiguration({ path: "smtpd.conf", text: `filter f phase rcpt-to match ${text}\n` });
  return lines[0] as PhaseFilterDirective;
}

const keyOf = (condition: string) => conditionKey(filterOf(`${condition} junk`).condition);

test.each([
  ["src 10.0.0.1", "src { 10.0.0.1 }"],
  ["src { a, b }", "src { B, A }"],
  ["auth", "!auth"],
  ["mail-from <t>", "mail-from <t>"],
])("%s and %s ask the same", (one, other) => expect(keyOf(one)).toBe(keyOf(other)));

test.each([
  ["rdns", "fcrdns"],
  ["rdns", "rdns x"],
  ["rdns x", "rdns regex x"],
  ["src t", "src <t>"],
  ["auth <t>", "auth <T>"],
])("%s and %s ask for different things", (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

test.each<[string, boolean, boolean]>([
  ['reject "550 no"', true, true],
  ['disconnect "550 no"', true, true],
  ["junk", true, false],
  ["bypass", true, false],
  ['rewrite "x"', true, false],
  ['report "x"', false, false],
])("%s decides: %s, refuses: %s", (decision, deciding, refusing) => {
  const filter = filterOf(`!rdns ${decision}`);
  expect([decides(filter), refuses(filter)]).toEqual([deciding, refusing]);
});

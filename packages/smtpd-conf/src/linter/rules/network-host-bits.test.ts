import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "network-host-bits";

describe("reports", () => {
  test.each([
    'match from src <|"127.0.0.1/8"|> for any reject',
    'match from src { "10.0.0.0/8", <|"2001:db8::1/32"|> } for any reject',
    'match !from src <|"[2001:db8::1/32]"|> for any reject',
    'match from src <|"10.0.0.1/0"|> for any reject',
    'filter f phase connect match src <|"10.0.0.1/8"|> junk',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/n\nmatch from src <t> for any reject", { files: { "/n": "<|10.0.0.1/8|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match from src { "127.0.0.0/8", "10.0.0.1", "10.0.0.1/32", "0.0.0.0/0" } for any reject',
    'match from src { "::1/128", "::/0", "2001:db8::/32", "10.1" } for any reject',
    'match from src { "10.0.0.1/33", local } for any reject',
    'match from src regex "10.0.0.1/8" for any reject',
    'match from rdns "10.0.0.1/8" for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("names the network", () =>
  expectMessage(code, 'match from src "127.0.0.1/8" for any reject', {
    message: 'Only the prefix of "127.0.0.1/8" counts: it is the whole network 127.0.0.0/8.',
    help: "Write the network, or the address alone where only that is meant.",
  }));

describe("writes the network", () => {
  test.each([
    ["192.0.2.77/25", "192.0.2.0/25"],
    ["10.1.2.3/0", "0.0.0.0/0"],
    ["2001:db8:0:1::9/48", "2001:db8::/48"],
    ["[2001:db8::9/64]", "[2001:db8::/64]"],
  ])("%s as %s", (entry, meant) =>
    expectFixed(code, `match from src "${entry}" for any reject`, `match from src "${meant}" for any reject`),
  );
});

test("does not touch what a macro wrote", () =>
  expectNoFix(code, 'm = "10.0.0.1/8"\nmatch from src $m for any reject'));

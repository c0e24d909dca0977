import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-network-address";

describe("reports", () => {
  test.each([
    "match from src <|example.org|> for any reject",
    "match from src <|localhost|> for any reject",
    'match from src { "10.0.0.0/8", <|"10.0.0.0/33"|> } for any reject',
    'match !from src <|"10.0.0.256"|> for any reject',
    'match from src <|"10.0.0.0/255.0.0.0"|> for any reject',
    'match from src <|"[2001:db8::]/32"|> for any reject',
    'match from src <|"::1/129"|> for any reject',
    'match from src <|"fe80::1%em0"|> for any reject',
    'match from src <|""|> for any reject',
    'filter f phase connect match src <|"192.168.*"|> junk',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file, once", () =>
    expectMarked(code, "table t file:/n\nmatch from src <t> for any reject\nmatch from src <t> for any reject", {
      files: { "/n": "10.0.0.0/8\n<|10.0.0.1-10.0.0.9|>\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'match from src "^10\\." for any reject',
    'match from src { "10.0.0.1", "10.0.0.0/8", "10", "0x0a/8" } for any reject',
    'match from src { "::1", "[::1]", "2001:db8::/32", "[2001:db8::/32]", "IPv6:::1" } for any reject',
    'match from src { local, "[fe80::1%em0]" } for any reject',
    'match from src regex "example" for any reject',
    'match from src "$net" for any reject',
    'match from src "<network>" for any reject',
    "match from rdns example.org for any reject",
  ])("%j", (text) => expectSilent(code, text));
});

describe("says how it is to be written", () => {
  test.each([
    ["*", 'Every address is "from any".'],
    ["example.org", 'Names are compared by "from rdns".'],
    ["10.0.0.0/33", "Each of the four numbers is at most 255, and the prefix at most 32."],
    ["10.0.0.1, 10.0.0.2", 'Make each address an entry of its own: { "192.0.2.1", "198.51.100.0/24" }.'],
    ["2001:db8::/129", 'An IPv6 network is written "2001:db8::/32" or "[2001:db8::/32]".'],
    ["10.0.0.1-10.0.0.9", 'An entry is an address or a network such as "192.0.2.0/24" or "2001:db8::/32".'],
    ["10.0.0.0/255.0.0.0", 'Write "10.0.0.0/8".'],
  ])("%s", (entry, help) =>
    expectMessage(code, `match from src "${entry}" for any reject`, {
      message: `smtpd cannot read "${entry}" as an address, so it never matches.`,
      help,
    }),
  );

  test("in a filter", () =>
    expectMessage(code, "filter f phase connect match src a.org junk", { help: 'Names are compared by "rdns".' }));
});

describe("suggests what was meant", () => {
  test.each([
    ["10.0.0.0/255.255.0.0", "10.0.0.0/16"],
    ["0.0.0.0/0.0.0.0", "0.0.0.0/0"],
    ["[2001:db8::]/32", "[2001:db8::/32]"],
    ["fe80::1%em0", "[fe80::1%em0]"],
    ["192.168.*", "192.168.0.0/16"],
    ["192.168.*.*", "192.168.0.0/16"],
    ["10.", "10.0.0.0/8"],
    [" 10.0.0.1", "10.0.0.1"],
  ])("%s is %s", (entry, meant) =>
    expectFixed(code, `match from src "${entry}" for any reject`, `match from src "${meant}" for any reject`),
  );
});

describe("does not mend", () => {
  test.each([
    "match from src example.org for any reject",
    'match from src "10.0.0.0/255.0.255.0" for any reject',
    "m = '\"10.\"'\nmatch from src $m for any reject",
  ])("%j", (text) => expectNoFix(code, text));
});

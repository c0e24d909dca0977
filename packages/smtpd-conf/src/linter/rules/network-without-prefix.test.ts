import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "network-without-prefix";

describe("reports", () => {
  test.each([
    'match from src <|"192.168"|> for any reject',
    'match from src { "10", <|"172"|>, <|"192.168.0.0"|> } for any reject',
    'match !from src <|"0.0.0.0"|> for any reject',
    'match from src { <|"::"|>, <|"2001:db8::"|>, <|"[2001:db8::]"|> } for any reject',
    'filter f phase connect match src <|"10.0.0.0"|> junk',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/n\nmatch from src <t> for any reject", { files: { "/n": "10\n<|192.168|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match from src { "10", "10.1", "172.16", "192.168.1" } for any reject',
    'match from src { "192.168/16", "192.168.0.0/16", "10.0.0.0/32", "0.0.0.0/0", "10.0.0.10" } for any reject',
    'match from src { "::1", "::/0", "2001:db8::/32", "[2001:db8::/32]" } for any reject',
    'match from src { local, "10.", "0xc0a8", "300" } for any reject',
    'match from src regex "192.168" for any reject',
    "match for domain 192.168.0.0 reject",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what the entry is", () => {
  expectMessage(code, 'match from src "192.168" for any reject', {
    message: '"192.168" is 192.168.0.0/24, since without a prefix the old network classes decide.',
    help: 'Write "192.168.0.0/16", or "192.168.0.0/24" where that is meant.',
  });
  expectMessage(code, 'match from src "2001:db8::" for any reject', {
    message: '"2001:db8::" without a prefix is that one address, and no client has it.',
    help: "Write the length of the prefix behind the address.",
  });
});

describe("writes the prefix", () => {
  test.each([
    ["192.168", "192.168.0.0/16"],
    ["172", "172.0.0.0/8"],
    ["192.168.1.0", "192.168.1.0/24"],
    ["10.0.0.0", "10.0.0.0/8"],
    ["0.0.0.0", "0.0.0.0/0"],
    ["::", "::/0"],
  ])("%s is %s", (entry, meant) =>
    expectFixed(code, `match from src "${entry}" for any reject`, `match from src "${meant}" for any reject`),
  );
});

describe("does not mend", () => {
  test.each(['match from src "2001:db8::" for any reject', "m = \"'192.168'\"\nmatch from src $m for any reject"])(
    "%j",
    (text) => expectNoFix(code, text),
  );
});

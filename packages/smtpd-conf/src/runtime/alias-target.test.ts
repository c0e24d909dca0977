import { describe, expect, test } from "vitest";
import { type AliasTarget, parseAliasTarget, splitAliasValue } from "./alias-target.ts";

const user = (name: string, droppedDomain?: string): AliasTarget => ({ kind: "username", user: name, droppedDomain });

test.each<[text: string, target: AliasTarget]>([
  ["anna", user("anna")],
  ["anna.lee+news_1-x", user("anna.lee+news_1-x")],
  ["anna@example.org", { kind: "address", user: "anna", domain: "example.org" }],
  ["a|b@example.org", { kind: "address", user: "a|b", domain: "example.org" }],
  ["/var/mail/anna", { kind: "filename", path: "/var/mail/anna" }],
  ["|/usr/bin/sort -u", { kind: "command", command: "/usr/bin/sort -u" }],
  ['"|/usr/bin/sort -u"', { kind: "command", command: "/usr/bin/sort -u" }],
  [":include:/etc/mail/list", { kind: "include", path: "/etc/mail/list" }],
  ["Include:/etc/mail/list", { kind: "include", path: "/etc/mail/list" }],
  [":error:450 Try later", { kind: "error", reply: "450 Try later" }],
  ["ERROR:550 No", { kind: "error", reply: "550 No" }],
])("%j", (text, target) => expect(parseAliasTarget(text)).toEqual(target));

describe("an address whose domain is refused becomes a local user", () => {
  test.each([
    ["anna@host_name.example", "host_name.example"],
    ["anna@[192.0.2.1]", "[192.0.2.1]"],
    ["anna@example.org@example.net", "example.org@example.net"],
    ["anna@exämple.org", "exämple.org"],
  ])("%j", (text, dropped) => expect(parseAliasTarget(text)).toEqual(user("anna", dropped)));

  test("but not where the user is none either", () =>
    expect(parseAliasTarget("a'b@host_name")).toEqual({ kind: "invalid" }));
});

describe("nothing that smtpd knows", () => {
  test.each([
    "anna lee",
    '"anna"',
    "anna's",
    "\\anna",
    "@example.org",
    "anna@",
    '"/var/mail/anna"',
    '"|/bin/cat',
    ":include:list",
    "error:250 Fine",
    "error:550",
    "error:550 !",
    "ännä",
    "a".repeat(256),
  ])("%j", (text) => expect(parseAliasTarget(text)).toEqual({ kind: "invalid" }));
});

describe("a value is split", () => {
  const split = (value: string) => splitAliasValue(value)?.map(({ text, offset }) => [text, offset]);

  test.each<[value: string, parts: [text: string, offset: number][]]>([
    ["anna", [["anna", 0]]],
    ["", []],
    [
      " anna ,\tbob",
      [
        ["anna", 1],
        ["bob", 8],
      ],
    ],
    [
      "anna,, bob,",
      [
        ["anna", 0],
        ["bob", 7],
      ],
    ],
    [
      '"|/bin/a b,c", anna',
      [
        ['"|/bin/a b,c"', 0],
        ["anna", 15],
      ],
    ],
    ["it's a, 'b", [["it's a, 'b", 0]]],
    ["\\anna", [["anna", 0]]],
    ["a\\,b", [["a,b", 0]]],
    ['a\\"b', [['a"b', 0]]],
    [
      '"it\'s", b',
      [
        ['"it\'s"', 0],
        ["b", 8],
      ],
    ],
  ])("%j", (value, parts) => expect(split(value)).toEqual(parts));

  test.each(['"|/bin/cat', "it's", "anna\\", "a,".repeat(1024)])("not %j", (value) =>
    expect(splitAliasValue(value)).toBeUndefined(),
  );
});

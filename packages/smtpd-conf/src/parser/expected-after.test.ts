import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { expectedAfter } from "./expected-after.ts";
import { scannerOf } from "./testing.ts";

function after(text: string, target: Release = "7.9") {
  const scanner = scannerOf(text, { target });
  const tokens = [];
  for (
    let token = scanner.next();
    token !== undefined && token.end <= text.length && token.start < text.length;
    token = scanner.next()
  ) {
    tokens.push(token);
  }
  return expectedAfter(tokens, target);
}

describe("the words that may follow", () => {
  test.each<[string, readonly string[]]>([
    ["match from", ["any", "auth", "local", "mail-from", "rdns", "socket", "src"]],
    ["queue", ["compression", "encryption", "ttl"]],
    ["match from any for", ["any", "domain", "local", "rcpt-to"]],
    ["match for any action x", []],
  ])("%s", (text, expected) => {
    expect([...after(text).expected.keywords].sort()).toEqual(expected);
  });

  test("only those that the release reserves", () => {
    expect(after("", "6.4.0").expected.keywords).not.toContain("proc");
    expect(after("", "6.6.0").expected.keywords).toContain("proc");
  });

  test("at the start of a statement is nothing of it there yet", () => {
    const { partial, expected } = after("");
    expect(partial).toBeUndefined();
    expect(expected).toMatchObject({ string: true, newline: false });
  });
});

describe("a long list does not count by its length", () => {
  const entries = (count: number, entry: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => entry(index)).join(", ");
  test.each<[string, string]>([
    [`table t { ${entries(3000, (index) => `a${index}`)}`, "table t { a, b"],
    [`table t { ${entries(3000, (index) => `a${index}`)},`, "table t { a,"],
    [`table t { ${entries(3000, (index) => `a${index} = b`)}`, "table t { a = b, c = d"],
    [`table t { ${entries(3000, (index) => `a${index} = b`)}, c`, "table t { a = b, c"],
    [`table t { ${entries(3000, (index) => `a${index} = b`)}, c =`, "table t { a = b, c ="],
    [`table t { ${entries(3000, (index) => `a${index}`)}\n`, "table t { a, b\n"],
    [`match from src { ${entries(3000, (index) => `a${index}`)} } for`, "match from src { a } for"],
    [`listen on lo filter { ${entries(300, (index) => `a${index}`)} } auth {`, "listen on lo filter { a } auth {"],
  ])("case %#", (long, short) => {
    const { tokens, expected } = after(long);
    expect(expected).toEqual(after(short).expected);
    expect(tokens.length).toBeLessThan(20);
  });
});

describe("mistakes before it", () => {
  test.each<[string, string]>([
    ["match frm any", "match"],
    ["match from any nonsense for", "match from any for"],
    ["match from src 10 for", "match from src x for"],
    ["action maildir", "action x"],
    ["match from any for domain $nothing", "match from any for domain x"],
    [`table t {\r\n${"a,\r\n".repeat(20)}`, "table t {\na,\n"],
    ["listen on lo port 25 ) tls", "listen on lo port 25 tls"],
  ])("%j counts as %j", (text, meant) => {
    expect(after(text).expected).toEqual(after(meant).expected);
  });

  test("behind too many of them nothing is expected", () => {
    expect(after(`match ${") ".repeat(20)}`).expected.keywords).toEqual([]);
  });
});

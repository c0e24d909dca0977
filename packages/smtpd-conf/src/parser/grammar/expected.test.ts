import { describe, expect, test } from "vitest";
import { parseConfiguration } from "../parse-configuration.ts";
import { type Expected, expectedFrom } from "./expected.ts";

const nothing: Expected = { keywords: [], string: false, number: false, table: false, newline: false, punctuation: [] };

/** What could stand where a line breaks off. */
function expectedIn(text: string): Expected | undefined {
  return parseConfiguration({ path: "smtpd.conf", text }).syntaxFailures[0]?.expected();
}

describe("what could have stood there", () => {
  test.each<[string, Partial<Expected>]>([
    ["queue", { keywords: ["compression", "encryption", "ttl"] }],
    ["queue ttl", { string: true }],
    ["mta max-deferred", { number: true }],
    ["smtp max-message-size", { string: true, number: true }],
    ["action a mbox alias", { table: true }],
    ["match from src", { table: true, keywords: ["regex"] }],
    ["queue ttl 4d 5d", { newline: true }],
    ["bounce warn-interval 1h 2h", { newline: true, punctuation: [","] }],
    ["table t", { string: true, punctuation: ["{"] }],
    ["table t { a", { string: true, punctuation: ["}"] }],
    ["table t { a <", { string: true, punctuation: ["=", "=>", ",", "}"] }],
    ["table t { a, b <", { string: true, punctuation: [",", "}"] }],
    ["table t { a b =", { string: true, punctuation: [",", "}"] }],
    ["table t { a\n, b }", { string: true, punctuation: ["}"] }],
    ["table t { a = <", { string: true }],
    ["table t { a = b <", { string: true, punctuation: [",", "}"] }],
    ["table t { a = b, c <", { punctuation: ["=", "=>"] }],
    ["table t { a = b c, d }", { punctuation: ["=", "=>"] }],
    ["table t { a = b, c = <", { string: true }],
    ["filter f chain { a <", { string: true, punctuation: [",", "}"] }],
    ["listen on lo senders { a = b } auth { c <", { string: true, punctuation: ["=", "=>", ",", "}"] }],
    ["match from src { a } for domain", { table: true, keywords: ["regex"] }],
    ["match from src <t", { punctuation: [">"] }],
    ["m", { punctuation: ["="] }],
  ])("%s", (text, expected) => {
    const found = expectedIn(text);
    const sorted = (some: Partial<Expected>) => ({
      ...nothing,
      ...some,
      punctuation: [...(some.punctuation ?? [])].sort(),
    });
    expect(found && sorted(found)).toEqual(sorted(expected));
  });

  test("at the start of a line are all statements, and a macro", () => {
    const found = expectedIn("25");
    expect(found?.string).toBe(true);
    expect(found?.keywords).toContain("listen");
    expect(found?.keywords.length).toBe(17);
  });

  test("is found out once", () => {
    const failure = parseConfiguration({ path: "smtpd.conf", text: "queue" }).syntaxFailures[0];
    expect(failure?.expected()).toBe(failure?.expected());
  });
});

test("no types are nothing", () => {
  expect(expectedFrom([], false)).toEqual(nothing);
});

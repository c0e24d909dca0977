import { describe, expect, test } from "vitest";
import { isMailDomain } from "./mail-domain.ts";

describe("a domain", () => {
  test.each([
    "example.org",
    "localhost",
    "a_b.example",
    "a-.example",
    "192.0.2.1",
    "[192.0.2.1]",
    "[::1]",
    "[IPv6:2001:db8::1]",
    "[ipv6:::1]",
    `${"a".repeat(63)}.example`,
  ])("%j", (text) => expect(isMailDomain(text)).toBe(true));
});

describe("no domain", () => {
  test.each([
    "",
    ".",
    "example.org.",
    "a..b",
    "-a.example",
    "*.example",
    "é.example",
    "a b",
    "[1.2.3]",
    "[fe80::1%em0]",
    "[::1",
    "[::1]x",
    "[]",
    `${"a".repeat(64)}.example`,
    `${"a.".repeat(127)}ab`,
  ])("%j", (text) => expect(isMailDomain(text)).toBe(false));
});

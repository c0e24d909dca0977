import { expect, test } from "vitest";
import { foldCase, matchesDomain } from "./domain-pattern.ts";

test.each([
  ["mx.example.org", "*.example.org", true],
  ["MX.Example.ORG", "*.eXample.org", true],
  ["a.b.example.org", "*.example.org", false],
  ["example.org", "*.example.org", false],
  ["notexample.org", "*example.org", true],
  ["server.example.org", "*example.org", false],
  ["example.co.uk", "example.*", true],
  ["example.org", "example.org*", false],
  ["abcabd", "*abd", false],
  ["foo", "**", true],
  ["", "*", false],
  ["", "", true],
  ["foo", "", false],
  ["a", "a*b", false],
])("%s against %s: %s", (name, pattern, expected) => expect(matchesDomain(name, pattern)).toBe(expected));

test("only the letters of ASCII are folded", () => expect(foldCase("ÄB\u0130")).toBe("Äb\u0130"));

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectNoFix, expectSilent } from "../testing.ts";

const code = "implicit-from-local";
const head = 'listen on em0\naction "a" maildir\n';

describe("reports a rule for a domain", () => {
  test.each([
    `${head}match <|for domain "example.org"|> action "a"\n`,
    `${head}table t { "example.org" }\nmatch <|for domain <t>|> action "a"\n`,
    `${head}match from any for domain "example.net" action "a"\nmatch <|for domain "example.org"|> action "a"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent", () => {
  test.each([
    `${head}match from any for domain "example.org" action "a"\n`,
    `${head}match from local for domain "example.org" action "a"\n`,
    `${head}match for domain "example.org" action "a"\nmatch from any for domain "example.org" action "a"\n`,
    `${head}match for domain "example.org" action "a"\nmatch from any for any action "a"\n`,
    `${head}match for domain "example.org" reject\n`,
    `${head}match for local action "a"\n`,
    `${head}match for any action "a"\n`,
    `${head}match for domain "example.org" mail-from "@example.org" action "a"\n`,
    'listen on lo\naction "a" maildir\nmatch for domain "example.org" action "a"\n',
    'listen on em0 port 587\naction "a" maildir\nmatch for domain "example.org" action "a"\n',
    'action "a" maildir\nmatch for domain "example.org" action "a"\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("suggests from any", () => {
  expectFixed(
    code,
    `${head}match for domain "example.org" action "a"\n`,
    `${head}match from any for domain "example.org" action "a"\n`,
  );
});

test("does not touch what a macro wrote", () => {
  expectNoFix(code, `${head}f = "for domain example.org"\nmatch $f action "a"\n`);
});

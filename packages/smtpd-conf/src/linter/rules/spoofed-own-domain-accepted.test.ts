import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "spoofed-own-domain-accepted";
const head = 'listen on em0\naction "d" maildir\naction "r" relay\n';
const rule = 'match from any for domain "example.org" action "d"\n';

describe("reports a domain that strangers can write to from itself", () => {
  test.each([
    `${head}match from any <|for domain "example.org"|> action "d"\n`,
    `${head}match <|for domain { "example.org", "example.net" }|> !from local action "r"\n`,
    `${head}match from any mail-from "@example.net" for any reject\nmatch from any <|for domain "example.org"|> action "d"\n`,
    `${head}match from any <|for domain "a.example"|> action "d"\nmatch from any <|for domain "b.example"|> action "d"\n`,
    `filter f phase mail-from match mail-from "@example.net" reject "550 no"\nlisten on em1 filter f\n${head}match from any <|for domain "example.org"|> action "d"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent where", () => {
  test.each([
    ["a rule rejects it", `${head}match !from auth mail-from "@example.org" for any reject\n${rule}`],
    [
      "a table that is not known says who may",
      `table t file:/t\n${head}match !from src <t> mail-from "@example.org" for any reject\n${rule}`,
    ],
    [
      "a filter rejects it",
      `filter f phase mail-from match mail-from "@example.org" reject "550 no"\nlisten on em0 filter f\naction d maildir\n${rule}`,
    ],
    ["a program may reject it", `filter f proc-exec "filter-x"\nlisten on em0 filter f\naction d maildir\n${rule}`],
    ["strangers cannot connect", `listen on lo\naction d maildir\n${rule}`],
    ["only a private network connects", `listen on 10.0.0.1\naction d maildir\n${rule}`],
    ["they cannot write at all", `${head}match for domain "example.org" action "d"\n`],
    [
      "no domain is listed",
      `${head}match from any for any action "d"\nmatch from any for domain "*.example.org" action "d"\n`,
    ],
  ])("%s", (_, text) => expectSilent(code, text));
});

test("shows how to close it, in the words of the release", () => {
  const text = `<|listen|> on em0\naction "d" maildir\n${rule}`;
  const help = (strangers: string) => ({
    message:
      'Anybody can write to "example.org" with a sender in "example.org", and nothing asks where that comes from.',
    help: `Above this rule, and below those for mail of your own, write: match ${strangers} mail-from "@example.org" for any reject.`,
  });
  expectMessage(code, `${head}${rule}`, help("!from auth"));
  expectMessage(code, `${head}${rule}`, help("from any !auth"), { target: "6.6.4" });
  expectRelated(code, text);
});

test("domains: those whose users also send by other servers", () => {
  const given = { domains: ["Example.ORG"] };
  expectSilent(code, `${head}${rule}`, { given });
  expectMarked(code, `${head}${rule}match from any <|for domain "example.net"|> action "d"\n`, { given });
});

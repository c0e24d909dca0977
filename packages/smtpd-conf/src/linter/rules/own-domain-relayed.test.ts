import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "own-domain-relayed";
const head =
  'pki p cert c key k\nlisten on 0.0.0.0\naction "d" maildir\naction "r" relay\naction "h" relay host "smtp://192.0.2.1"\n';
const login = "listen on 0.0.0.0 port 587 tls-require pki p auth\n";
const delivered = 'match from any for domain "example.org" action "d"\n';

describe("reports a rule that relays what a later one delivers", () => {
  test.each([
    `${head}<|match|> for any action "r"\n${delivered}`,
    `${head}<|match|> from socket for any action "r"\n${delivered}`,
    `${head}${login}<|match|> from auth for any action "r"\n${delivered}`,
    `${head}${login}<|match|> from auth for any action "r"\n<|match|> from local for any action "r"\n${delivered}`,
    `${head}<|match|> for any action "r"\ntable t { "*.example.org", "example.org" }\nmatch from any for domain <t> action "d"\n`,
    `${head}<|match|> for any rcpt-to regex "^postmaster@" action "r"\n${delivered}`,
    `table t file:/t\n${head}<|match|> for any action "r"\nmatch !from src <t> mail-from "@example.org" for any reject\n${delivered}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    ["the right order", `${head}${delivered}match for any action "r"\n`],
    ["other domains", `${head}match for domain "example.net" action "r"\n${delivered}`],
    ["a relay to a host", `${head}match for any action "h"\n${delivered}`],
    [
      "domains that strangers cannot send to",
      `${head}match for any action "r"\nmatch for domain "example.org" action "d"\n`,
    ],
    [
      "domains that are relayed on",
      `${head}match for any action "r"\nmatch from any for domain "example.org" action "h"\n`,
    ],
    [
      "tables that are not known",
      `table t file:/t\n${head}match for any action "r"\nmatch from any for domain <t> action "d"\n`,
    ],
    [
      "mail that a rule above takes",
      `${head}match for domain "example.org" action "d"\nmatch for any action "r"\n${delivered}`,
    ],
    [
      "a server that strangers cannot reach",
      `listen on lo\n${head.replace("listen on 0.0.0.0\n", "")}match for any action "r"\n${delivered}`,
    ],
  ])("%s", (_, text) => expectSilent(code, text));
});

test("says whose mail it is, and points at the rule that comes too late", () => {
  const rules = `match from any auth for any action "r"\nmatch for any action "r"\n<|match|> from any for domain "example.org" action "d"\n`;
  const text = `${head}${login}${rules}`;
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message:
      'Mail of users who have logged in and of this machine for "example.org" is relayed by this rule: rule 3, which delivers it, comes too late.',
    help: "Move rule 3 above this one.",
  });
  expectRelated(code, text);
});

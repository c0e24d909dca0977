import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "open-relay";
const relay = 'action "r" relay\n';
const listen = "listen on 0.0.0.0\n";
const pki = "pki p cert c key k\n";

describe("reports a rule that relays for strangers", () => {
  test.each([
    `${listen}${relay}match <|from any|> for any action "r"\n`,
    `listen on em0\n${relay}match for any <|from any|> action "r"\n`,
    `${listen}${relay}match <|from any|> for domain "*" action "r"\n`,
    `${listen}${relay}match <|from any|> !for domain "example.org" action "r"\n`,
    `${listen}${relay}<|match|> !from local for any action "r"\n`,
    `${listen}${relay}match <|from any|> !auth for any action "r"\n`,
    `${listen}${relay}match <|from any|> for rcpt-to "@" action "r"\n`,
    `${listen}${relay}match <|from any|> for any !mail-from "@example.org" action "r"\n`,
    `${listen}${relay}match from any for domain "example.org" reject\nmatch <|from any|> for any action "r"\n`,
    `listen on 127.0.0.1 proxy-v2\n${relay}match <|from any|> for any action "r"\n`,
    `${pki}listen on 192.0.2.1 tls pki p auth-optional\n${relay}match <|from any|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("once, also where it can be reached through several listeners", () =>
    expectMarked(code, `${listen}listen on em0 port 587\n${relay}match <|from any|> for any action "r"\n`));
});

describe("is silent where strangers are kept out", () => {
  test.each([
    `listen on lo\n${relay}match from any for any action "r"\n`,
    `${relay}match from any for any action "r"\n`,
    `${pki}listen on em0 tls pki p auth\n${relay}match from any for any action "r"\n`,
    `${listen}${relay}match from auth for any action "r"\n`,
    `${listen}${relay}match auth from any for any action "r"\n`,
    `${listen}${relay}match for any action "r"\n`,
    `${listen}${relay}match from any for local action "r"\n`,
    `${listen}${relay}match from any for domain "example.org" action "r"\n`,
    `${listen}${relay}match from src "198.51.100.0/24" for any action "r"\n`,
    `${listen}${relay}match from any for any reject\nmatch from any for any action "r"\n`,
    `listen on em0 tag A\n${relay}match tag B from any for any action "r"\n`,
    `${listen}action "d" maildir\nmatch from any for any action "d"\n`,
    `${listen}${relay}match !from src "192.0.2.0/24" for any reject\nmatch from any for any action "r"\n`,
    `filter f phase connect match !src "192.0.2.0/24" disconnect "550 no"\nlisten on em0 filter f\n${relay}match from any for any action "r"\n`,
    `filter f phase mail-from match !auth reject "550 no"\nlisten on em0 filter f\n${relay}match from any for any action "r"\n`,
    `listen on 192.168.1.1\n${relay}match from any for any action "r"\n`,
    `table t file:/etc/mail/t\n${listen}${relay}match from src <t> for any action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("knows what filters skip", () => {
  test.each([
    `filter b phase rcpt-to match rdns bypass\nfilter f phase rcpt-to match !auth reject "550 no"\nlisten on em0 filter { b, f }\n${relay}match <|from any|> for any action "r"\n`,
    `filter f phase helo match helo regex "." reject "550 no"\nlisten on em0 filter f\n${relay}match <|from any|> for any action "r"\n`,
    `filter f phase connect match !fcrdns disconnect "550 no"\nlisten on em0 filter f\n${relay}match <|from any|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("and that both greetings can be refused", () => {
    const filters = ["helo", "ehlo"].map(
      (phase) => `filter ${phase}s phase ${phase} match helo regex "." reject "550 no"\n`,
    );
    const text = `${filters.join("")}listen on em0 filter { helos, ehlos }\n${relay}match from any for any action "r"\n`;
    expectSilent(code, text);
  });
});

test("shows the mail that goes through", () => {
  expectMessage(code, `${listen}${relay}match from any for any action "r"\n`, {
    message:
      "Anybody can relay through this rule: a client at 203.0.113.9 gets 250 for EHLO client.elsewhere.example, MAIL FROM:<somebody@elsewhere.example>, RCPT TO:<somebody@elsewhere.example>.",
  });
});

test("points at the listener", () => {
  expectRelated(code, `<|listen|> on em0\n${relay}match from any for any action "r"\n`);
});

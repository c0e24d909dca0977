import { describe, test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "auth-listener-cannot-relay";
const pki = 'pki p cert "/c" key "/k"\n';
const listen = `${pki}listen on em0 smtps pki p auth\n`;
const marked = `${pki}listen on em0 smtps pki p <|auth|>\n`;
const actions = 'action "r" relay\naction "d" maildir\n';

describe("reports a listener where a login is good for nothing", () => {
  test.each([
    `${marked}${actions}match for any action "r"\n`,
    `${marked}${actions}match auth for any action "r"\n`,
    `${marked}${actions}match from any for domain "example.org" action "d"\n`,
    `${marked}${actions}match from any for any reject\nmatch from auth for any action "r"\n`,
    `${pki}listen on em0 tls pki p <|auth-optional|>\n${actions}match for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent where a user can send", () => {
  test.each([
    `${listen}${actions}match from auth for any action "r"\n`,
    `${listen}${actions}match from any for any action "r"\n`,
    `${listen}${actions}match from auth { anna } for any action "r"\n`,
    `${pki}listen on em0 smtps pki p auth tag S\n${actions}match from any tag S for any action "r"\n`,
    `${listen}${actions}table t file:/t\nmatch from auth mail-from <t> for any action "r"\n`,
    `${pki}listen on lo smtps pki p auth\n${actions}match for any action "r"\n`,
    `listen on em0\n${actions}match for any action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

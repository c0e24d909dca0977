import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "sender-spoof-relay";
const head = 'listen on em0\naction "r" relay\n';

describe("reports a rule that trusts the sender", () => {
  test.each([
    `${head}match <|from mail-from "@example.org"|> for any action "r"\n`,
    `${head}match from any <|mail-from "boss@example.org"|> for any action "r"\n`,
    `${head}match from any <|mail-from regex "@example\\.org$"|> for any action "r"\n`,
    `table t { "@example.org" }\n${head}match <|from mail-from <t>|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent", () => {
  test.each([
    `${head}match from auth mail-from "@example.org" for any action "r"\n`,
    `${head}match mail-from "@example.org" for any action "r"\n`,
    `${head}match from any mail-from "@example.org" for local action "r"\n`,
    `${head}match from any mail-from "@" for any action "r"\n`,
    `${head}match from any !mail-from "@example.org" for any action "r"\n`,
    `${head}match from src "192.0.2.9" mail-from "@example.org" for any action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("shows the mail that goes through", () => {
  expectMessage(code, `${head}match from mail-from "boss@example.org" for any action "r"\n`, {
    message:
      "Anybody who writes this sender can relay: a client at 203.0.113.9 gets 250 for EHLO client.elsewhere.example, MAIL FROM:<boss@example.org>, RCPT TO:<somebody@elsewhere.example>.",
  });
});

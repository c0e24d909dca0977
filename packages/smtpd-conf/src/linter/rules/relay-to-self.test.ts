import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "relay-to-self";
const action = (host: string) => `action "r" relay host <|"${host}"|>\n`;
const quiet = (host: string) => `action "r" relay host "${host}"\n`;
const rule = 'match from local for any action "r"\n';

describe("reports a relay to an own listener", () => {
  test.each([
    `listen on lo port 10025\n${action("smtp://127.0.0.1:10025")}${rule}`,
    `listen on lo\n${action("localhost")}${rule}`,
    `listen on "::1" port 10025\n${action("smtp://[::1]:10025")}${rule}`,
    `listen on 0.0.0.0\n${action("smtp://127.0.0.1")}${rule}`,
    `table t { "a.example", <|"127.0.0.1:10025"|> }\nlisten on lo port 10025\naction "r" relay host <t>\n${rule}`,
    `listen on lo port 10025 tag T\n${action("127.0.0.1:10025")}${rule}match tag T from any for any reject\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent where the mail goes on", () => {
  test.each([
    `listen on lo port 10025 tag T\n${quiet("127.0.0.1:10025")}match tag T from any for any reject\n${rule}`,
    `listen on lo port 10026\n${quiet("127.0.0.1:10025")}${rule}`,
    `listen on em0 port 10025\n${quiet("127.0.0.1:10025")}${rule}`,
    `listen on lo port 10025\n${quiet("mx.example.org:10025")}${rule}`,
    `listen on lo port 10025\n${quiet("lmtp://127.0.0.1:10025")}${rule}`,
    `listen on lo port 10025\n${quiet("127.0.0.1:10025")}match from src "192.0.2.1" for any action "r"\n`,
    `listen on lo port 10025\naction "r" relay\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says which action takes it", () => {
  expectMessage(code, `listen on lo\n${quiet("localhost")}${rule}`, {
    message:
      'This is a listener of the same smtpd, and mail that comes in there goes to the action "r" again: it loops until it bounces.',
  });
});

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "private-open-relay";
const relay = 'action "r" relay\n';
const inside = "listen on 192.168.1.1\n";

describe("reports a rule that relays for whoever is on a private network", () => {
  test.each([
    `${inside}${relay}match <|from any|> for any action r\n`,
    `listen on wg0\n${relay}match for any <|from any|> action r\n`,
    `listen on 10.0.0.1 port 587\nlisten on lo\n${relay}match <|from any|> for any action r\n`,
    `${inside}${relay}match from any <|mail-from "@example.org"|> for any action r\n`,
    `${inside}${relay}match <|from src "0.0.0.0/0"|> for any action r\n`,
    `${inside}listen on fd00::1\n${relay}<|match|> !from local for any action r\n`,
    `${inside}listen on em0 tag A\n${relay}match <|from any|> !tag A for any action r\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    ["networks that are named", `${inside}${relay}match from src "192.168.0.0/16" for any action r\n`],
    ["users who log in", `${inside}${relay}match from auth for any action r\n`],
    ["domains of one's own", `${inside}${relay}match from any for domain "example.org" action r\n`],
    ["an open relay for everybody", `${inside}listen on em0\n${relay}match from any for any action r\n`],
    ["a proxy, which brings in everybody", `listen on 10.0.0.1 proxy-v2\n${relay}match from any for any action r\n`],
    ["the loopback", `listen on lo\n${relay}match from any for any action r\n`],
    ["tables that are not known", `table t file:/t\n${inside}${relay}match from src <t> for any action r\n`],
    ["local delivery", `${inside}action d maildir\nmatch from any for any action d\n`],
  ])("%s", (_, text) => expectSilent(code, text));
});

test("shows the mail that goes through, and the listener", () => {
  const text = `listen on <|192.168.1.1|>\n${relay}match from any for any action r\n`;
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message:
      'Every client that reaches "192.168.1.1" can relay through this rule: it gets 250 for EHLO client.elsewhere.example, MAIL FROM:<somebody@elsewhere.example>, RCPT TO:<somebody@elsewhere.example>.',
  });
  expectRelated(code, text);
});

test("networks: where everybody may relay", () => {
  const given = { networks: ["192.168.0.0/16", "fd00::/8"] };
  expectSilent(code, `${inside}${relay}match from any for any action r\n`, { given });
  expectSilent(code, `listen on fd00::1\n${relay}match from any for any action r\n`, { given });
  expectMarked(code, `listen on 10.0.0.1\n${relay}match <|from any|> for any action r\n`, { given });
  expectMarked(code, `listen on wg0\n${relay}match <|from any|> for any action r\n`, { given });
});

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "crafted-relay";
const head = 'listen on em0\naction "r" relay\naction d maildir\n';

describe("reports a pattern for domains of anybody", () => {
  test.each([
    'match from any <|for domain "*.org"|> action r\n',
    'match from any <|for domain { "example.org", "example.*" }|> action r\n',
    'match from any <|for domain regex "acme"|> action r\n',
    'match from any <|for domain regex "\\.org$"|> action r\n',
    'match from any <|for rcpt-to "@*.org"|> action r\n',
    'match from any for any <|rcpt-to regex "@example"|> action r\n',
    'match from any mail-from "@x.example" <|for domain "*.org"|> action r\n',
    'table t { "example.org", "*.net" }\nmatch from any <|for domain <t>|> action r\n',
    'match from any for domain "some.org" reject\nmatch from any <|for domain "*.org"|> action r\n',
  ])("%j", (rules) => expectMarked(code, `${head}${rules}`));
});

describe("is silent about", () => {
  test.each([
    ["domains of one's own", 'match from any for domain { "example.org", "*.example.net" } action r\n'],
    ["names of a private network", 'match from any for domain { "*.lan", "*.home.arpa" } action r\n'],
    ["expressions that are tied", 'match from any for domain regex "(^|\\.)example\\.org$" action r\n'],
    ["expressions that only lack an end", 'match from any for domain regex "example\\.org" action r\n'],
    ["wildcards that only lack a dot", 'match from any for domain "*example.org" action r\n'],
    ["wildcards in addresses that only lack a dot", 'match from any for rcpt-to "@*example.org" action r\n'],
    ["rules that relay to any domain", 'match from any for any action r\nmatch from any for domain "*.org" action r\n'],
    ["users who log in", 'match from auth for domain "*.org" action r\n'],
    [
      "all but domains of one's own",
      'match from any !for domain "example.org" reject\nmatch from any for any action r\n',
    ],
    ["local delivery", 'match from any for domain "*.org" action d\n'],
    ["what earlier rules take", 'match from any for any reject\nmatch from any for domain "*.org" action r\n'],
    ["tables that are not known", "table t file:/t\nmatch from any for domain <t> action r\n"],
  ])("%s", (_, rules) => expectSilent(code, `${head}${rules}`));

  test("a private address", () => {
    expectSilent(code, 'listen on 10.0.0.1\naction "r" relay\nmatch from any for domain "*.org" action r\n');
  });
});

test("names a domain that is somebody else's, and the listener", () => {
  expectMessage(code, `${head}match from any for domain "*.org" action r\n`, {
    message:
      'This rule relays for anybody to domains such as "some.org": a client at 203.0.113.9 gets 250 for EHLO client.elsewhere.example, MAIL FROM:<somebody@elsewhere.example>, RCPT TO:<somebody@some.org>.',
  });
  expectRelated(code, `<|listen|> on em0\naction "r" relay\nmatch from any for domain "*.org" action r\n`);
});

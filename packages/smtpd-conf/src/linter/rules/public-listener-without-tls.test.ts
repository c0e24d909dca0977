import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "public-listener-without-tls";

function withRules(listener: string, rules = "match from any for domain example.org action d"): string {
  return `pki p cert "/c" key "/k"\n${listener}\naction d mbox\n${rules}\n`;
}

describe("reports", () => {
  test.each([
    "listen on <|em0|>",
    "listen on <|0.0.0.0|>\nlisten on <|::|>",
    "listen on <|0.0.0.0|> port 25 tag T",
    "listen on <|0.0.0.0|>\nlisten on 0.0.0.0 port 587 tls pki p auth",
  ])("%j", (listener) => expectMarked(code, withRules(listener)));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 tls pki p",
    "listen on em0 tls-require pki p",
    "listen on lo",
    "listen on 10.0.0.1",
    "listen on em0 port 2525",
    "listen on em0 tls pki p\nlisten on wg0",
    "listen on socket",
  ])("%j", (listener) => expectSilent(code, withRules(listener)));

  test("a server that takes nothing from strangers", () =>
    expectSilent(code, withRules("listen on em0", "match from src 192.0.2.0/24 for local action d")));
});

test("a configuration without any certificate", () =>
  expectSilent(code, withRules("listen on em0").replace(/^pki.*\n/, "")));

test("says what arrives there", () =>
  expectMessage(code, withRules("listen on em0"), {
    message: "Mail from other servers arrives here in plain text, since this listener offers no TLS.",
    help: 'Add "tls" and a pki to the listener.',
  }));

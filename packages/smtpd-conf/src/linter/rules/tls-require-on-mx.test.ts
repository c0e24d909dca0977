import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "tls-require-on-mx";

function withRules(listener: string, rules = "match from any for domain example.org action d"): string {
  return `pki p cert "/c" key "/k"\n${listener}\naction d mbox\n${rules}\n`;
}

describe("reports", () => {
  test.each([
    "listen on em0 <|tls-require|> pki p",
    "listen on em0 port 25 <|tls-require verify|> pki p",
    "listen on em0 <|tls-require|> pki p auth-optional",
  ])("%j", (listener) => expectMarked(code, withRules(listener)));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 tls pki p",
    "listen on em0 port 587 tls-require pki p",
    "listen on lo tls-require pki p",
    "listen on em0 tls-require pki p auth",
  ])("%j", (listener) => expectSilent(code, withRules(listener)));

  test("a server that takes nothing from strangers", () =>
    expectSilent(code, withRules("listen on em0 tls-require pki p", "match from auth for local action d")));
});

test("says whose mail is lost, and suggests tls", () => {
  const text = withRules("listen on em0 tls-require pki p");
  expectMessage(code, text, {
    message: 'With "tls-require" on port 25 servers that do not use TLS cannot deliver, and their mail bounces.',
    help: 'Write "tls" to take mail from everybody, encrypted wherever the sender can.',
  });
  expectFixed(code, text, withRules("listen on em0 tls pki p"));
});

test("has no fix where certificates are asked for, or a macro wrote it", () => {
  expectNoFix(code, withRules("listen on em0 tls-require verify pki p"));
  expectNoFix(code, `t = "tls-require"\n${withRules("listen on em0 $t pki p")}`);
});

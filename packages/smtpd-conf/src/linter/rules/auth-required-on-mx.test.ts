import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "auth-required-on-mx";
const submission = "listen on em9 port 465 smtps pki p auth\n";

function withRules(listener: string, rules = "match from any for domain example.org action d"): string {
  return `pki p cert "/c" key "/k"\n${submission}${listener}\naction d mbox\naction r relay\n${rules}\n`;
}

describe("reports", () => {
  test.each([
    "listen on em0 tls pki p <|auth|>",
    "listen on em0 port 25 tls-require pki p <|auth|> { a = b }",
    "listen on 0.0.0.0 tls pki p <|auth|>\nlisten on :: tls pki p <|auth|>",
    "listen on lo\nlisten on em0 tls pki p <|auth|>",
  ])("%j", (listener) => expectMarked(code, withRules(listener)));

  test.each([
    "match from any for local action d",
    "match !from local for domain example.org action d",
    "match from any for any action d",
    "match from any for rcpt-to me@example.org action d",
    "match from any for domain example.org action r",
    "match tag T from any for local action d",
  ])("with the rule %j", (rules) => expectMarked(code, withRules("listen on em0 tls pki p <|auth|> tag T", rules)));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 tls pki p auth-optional",
    "listen on em0 port 587 tls pki p auth",
    "listen on lo tls pki p auth",
    "listen on 10.0.0.1 tls pki p auth",
    "listen on em0 tls pki p auth\nlisten on em1",
  ])("%j", (listener) => expectSilent(code, withRules(listener)));

  test.each([
    "match for local action d",
    "match from any auth for local action d",
    "match from auth for any action r",
    "match from any for any action r",
    "match from any for local reject",
    "match tag OTHER from any for local action d",
    "match from src 10.0.0.0/8 for local action d",
  ])("the rule %j", (rules) => expectSilent(code, withRules("listen on em0 tls pki p auth tag T", rules)));
});

test("a server whose only listener is for its users", () => {
  expectSilent(code, withRules("listen on em0 tls pki p auth").replace(submission, ""));
});

test("says who is shut out, and suggests to let them in", () => {
  const text = withRules("listen on em0 tls pki p auth tag T");
  expectMessage(code, text, {
    message: 'With "auth" on port 25 no other mail server can deliver: none of them has a password.',
    help: 'Write "auth-optional", or leave the login to the listener for submission.',
  });
  expectFixed(code, text, withRules("listen on em0 tls pki p auth-optional tag T"));
  expectNoFix(code, `a = "auth"\n${withRules("listen on em0 tls pki p $a")}`);
});

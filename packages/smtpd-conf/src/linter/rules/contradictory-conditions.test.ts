import { describe, test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "contradictory-conditions";
const head = 'action "a" maildir\n';

describe("reports conditions that exclude each other", () => {
  test.each([
    `${head}<|match|> from socket !auth for any action "a"\n`,
    `${head}<|match|> for domain "a.example" rcpt-to "@b.example" action "a"\n`,
    `${head}<|match|> for domain regex "^a" rcpt-to regex "@b" action "a"\n`,
    `${head}match <|!for any|> action "a"\n`,
    `${head}match <|!from any|> for any action "a"\n`,
    `${head}match <|!for rcpt-to "@"|> action "a"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${head}match from socket auth for any action "a"\n`,
    `${head}match for domain "a.example" rcpt-to "@a.example" action "a"\n`,
    `${head}match rcpt-to "@b.example" action "a"\n`,
    `listen on lo\n${head}match tag T for any action "a"\n`,
    `${head}match tls for any action "a"\n`,
    `${head}match from src "example.org" for any action "a"\n`,
    `${head}match from rdns "*.example.org" for any action "a"\n`,
    `${head}match from any for any mail-from regex "(" action "a"\n`,
    `table t file:/t\n${head}match for domain <t> rcpt-to "@b.example" action "a"\n`,
    `${head}match from any for any action "a"\nmatch from local for any action "a"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

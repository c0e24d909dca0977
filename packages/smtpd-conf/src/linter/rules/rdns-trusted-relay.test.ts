import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "rdns-trusted-relay";
const head = 'listen on em0\naction "r" relay\n';

describe("reports a rule that trusts the reverse DNS", () => {
  test.each([
    `${head}match <|from rdns "a.example.org"|> for any action "r"\n`,
    `${head}match <|from rdns regex "example"|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent", () => {
  test.each([
    `${head}match auth from rdns "a.example.org" for any action "r"\n`,
    `filter f phase connect match !fcrdns disconnect "550 no"\nlisten on em0 filter f\naction "r" relay\nmatch from rdns "a.example.org" for any action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("an expression that takes more than it means is no help against a name that leads back", () => {
  const filter = 'filter f phase connect match !fcrdns disconnect "550 no"\nlisten on em0 filter f\naction "r" relay\n';
  expectMarked(code, `${filter}match <|from rdns regex "example\\.org"|> for any action "r"\n`);
});

test("names the address and the name", () => {
  expectMessage(code, `${head}match from rdns "a.example.org" for any action "r"\n`, {
    message:
      'Whoever runs the reverse DNS of an address can relay: smtpd does not check that "a.example.org" leads back to 203.0.113.9.',
  });
});

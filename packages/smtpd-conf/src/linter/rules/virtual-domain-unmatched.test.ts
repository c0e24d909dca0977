import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "virtual-domain-unmatched";
const action = "action a maildir virtual <v>\n";

describe("reports a key", () => {
  test.each([
    `table v { "a@x" = b, <|"a@y"|> = b, "c@y" = b, <|"@z"|> = b }\n${action}match for domain x action a\n`,
    `table v { "a@x.org" = b, <|"a@y.x.org"|> = b }\n${action}match for domain "*.org" action a\n`,
    `${action.replace("<v>", '{ "a@x" = b, <|"a@y"|> = b }')}match for domain x action a\n`,
    `table v { a = b, <|"a@y"|> = b }\n${action}match for domain x action a\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("reports a domain", () => {
  test.each([
    `table v { "a@x" = b }\n${action}match for domain { x, <|y|> } action a\n`,
    `table v { "a@x" = b }\n${action}match for domain x action a\nmatch for domain <|"y"|> action a\n`,
    `table d { x, <|y|> }\ntable v { "a@x" = b }\n${action}match for domain <d> action a\n`,
    `table v { "a@x" = b }\n${action}match for domain { x, <|"*.y"|> } action a\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("in a file", () => {
    const files = { "/v": "a@x: b\n<|c@y|>: d\n", "/d": "x\n<|z|>\n" };
    const text = `table d "/d"\ntable v "/v"\n${action}match for domain <d> action a\n`;
    expectMarked(code, text, { files });
  });
});

describe("is silent about", () => {
  const v = 'table v { "a@x" = b, "a@y" = b }\n';
  test.each([
    `${v}${action}match for domain { x, Y } action a\n`,
    `${v}${action}match for domain x action a\nmatch for domain y action a\n`,
    `${v}${action}action b mbox virtual <v>\nmatch for domain x action a\nmatch for domain y action b\n`,
    `${v}${action}match for any action a\n`,
    `${v}${action}match for local action a\n`,
    `${v}${action}match action a\n`,
    `${v}${action}match for domain regex "x" action a\n`,
    `${v}${action}match !for domain x action a\n`,
    `${v}${action}match for rcpt-to "a@x" action a\n`,
    `${v}${action}table d db:/d\nmatch for domain <d> action a\n`,
    `${v}${action}match for any reject\n`,
    `table v { "@" = b }\n${action}match for domain { x, y } action a\n`,
    `table v { a = b }\n${action}match for domain { x, y } action a\n`,
    `table v { "a@" = b }\n${action}match for domain { x, y } action a\n`,
    `table v { "a@a.x" = b }\n${action}match for domain "*.x" action a\n`,
    `table v "/missing"\n${action}match for domain { x, y } action a\n`,
    `table v "/empty"\n${action}match for domain { x, y } action a\n`,
  ])("%j", (text) => expectSilent(code, text, { files: { "/empty": "# none yet\n" } }));
});

test("says what becomes of the mail", () => {
  expectMessage(code, `table v { "a@x" = b, "a@Y" = b }\n${action}match for domain x action a\n`, {
    message: 'No rule leads mail for "y" to this table, so that smtpd never asks for this key.',
    help: 'Add "y" to the domains of the rule.',
  });
  expectMessage(code, `table v { "a@x" = b }\n${action}match for domain { x, y } action a\n`, {
    message: 'The virtual table "v" has no key for "y", so that smtpd refuses every recipient there with 524.',
    help: 'Add keys such as "anna@y", or "@y" for all.',
  });
});

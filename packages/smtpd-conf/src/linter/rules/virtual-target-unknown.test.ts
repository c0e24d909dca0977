import { describe, expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "virtual-target-unknown";
const rule = "match from any for domain x action a\n";
const users = 'table u { anna = "1:1:/a" }\n';
const action = `action a maildir userbase <u> virtual <v>\n${rule}`;

describe("reports", () => {
  test.each([
    `${users}table v { "a@x" = <|bert|> }\n${action}`,
    `${users}table v { "a@x" = "anna, <|bert|>,<|clara|>", "@x" = anna }\n${action}`,
    `${users}table v { "a@x" = "<|bert+tag|>" }\n${action}`,
    `${users}action a maildir userbase <u> virtual { "@" = <|vmail|> } user vmail\n${rule}`,
    `${users}action a expand-only userbase <u> virtual { "@" = <|bert|> }\n${rule}`,
    `u = bert\n${users}table v { "a@x" = <|$u|> }\n${action}`,
  ])("%j", (text) => expectMarked(code, text));

  test("in files", () => {
    const files = { "/u": "anna 1:1:/a\n", "/v": "# Virtual\na@x: anna\nb@x: anna, <|bert|>\n" };
    expectMarked(code, `table u "/u"\ntable v "/v"\n${action}`, { files });
  });

  test("who is no user of the system", () => {
    const machine = machineWith({}, { hasUser: (name) => name === "anna" });
    expectMarked(code, `action a maildir virtual { "a@x" = anna, "b@x" = <|bert|> }\n${rule}`, { machine });
  });
});

describe("is silent about", () => {
  test.each([
    `${users}table v { "a@x" = anna, "b@x" = "ANNA", "c@x" = "anna+tag", "d@x" = "\\anna" }\n${action}`,
    `${users}table v { "a@x" = bert, bert = anna }\n${action}`,
    `${users}table v { "a@x" = bert, "bert@" = anna }\n${action}`,
    `${users}table v { "a@x" = "b@y", "b@x" = "/f", "c@x" = "|/bin/c", "d@x" = ":include:/i", "e@x" = "error:550 no" }\n${action}`,
    `${users}table v { "a@x" = "bert@no_domain" }\n${action}`,
    `table u db:/u\ntable v { "a@x" = bert }\n${action}`,
    `table u "/missing"\ntable v { "a@x" = bert }\n${action}`,
    `${users}table v sqlite:/v\n${action}`,
    `action a maildir virtual { "a@x" = bert }\n${rule}`,
    `${users}action a maildir userbase <u> alias { a = bert }\n${rule}`,
  ])("%j", (text) => expectSilent(code, text, { files: {} }));

  test("what the system does not know for sure", () => {
    const machine = machineWith({}, { hasUser: () => undefined });
    expectSilent(code, `action a maildir virtual { "a@x" = bert }\n${rule}`, { machine });
  });
});

test("another delimiter of sub-addresses", () => {
  const text = `smtp sub-addr-delim "-"\n${users}table v { "a@x" = "anna-tag", "b@x" = <|"bert-tag"|> }\n${action}`;
  expectMarked(code, text.replace('<|"bert-tag"|>', '"<|bert-tag|>"'));
});

test("names the user and where it is missing", () => {
  expectMessage(code, `${users}table v { "a@x" = bert }\n${action}`, {
    message: '"bert" is no user of the table "u", so that smtpd refuses mail for "a@x" with 550.',
    help: 'A name at the end of a virtual table has to be a user: add "bert" to the table "u", or write an address.',
  });
});

test("the system is asked for each name once, and for some names only", () => {
  const asked: string[] = [];
  const machine = machineWith({}, { hasUser: (name) => asked.push(name) > 0 });
  const entries = Array.from({ length: 1000 }, (_, index) => `"${index}@x" = "user${index % 400}"`);
  const text = `action a maildir virtual { ${entries.join(", ")} }\n${rule}`;
  lint({ path: "smtpd.conf", text, machine, rules: { preset: "none", enable: [code] } });
  expect(asked).toHaveLength(200);
  expect(new Set(asked).size).toBe(200);
});

import { describe, expect, test } from "vitest";
import { newestRelease, parseRelease, type Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { buildRuleset } from "../runtime/ruleset.ts";
import { fullForm, shortestForm } from "./shortest-form.ts";
import { printCondition } from "./written-condition.ts";

const tables = "table list { x }\ntable map { x = y }\ntable file /etc/mail/t\n";

function formsOf(conditions: string, target: Release = newestRelease) {
  const text = `${tables}m = "bob"\nmatch ${conditions} reject\n`;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  const [rule] = buildRuleset(model).rules;
  if (rule === undefined) throw new Error(`no rule: ${conditions}`);
  const print = (form: ReturnType<typeof fullForm>) => form.map(printCondition).join(" ");
  return { shortest: print(shortestForm(rule, model)), full: print(fullForm(rule)) };
}

describe("the shortest form", () => {
  test.each([
    ["from any auth for any", "from auth for any"],
    ["for any !auth from any", "!from auth for any"],
    ["from any auth regex { x, y } for any", "from auth regex { x, y } for any"],
    ["from any mail-from <list> for any", "from mail-from <list> for any"],
    ["from any auth mail-from x for any", "from auth for any mail-from x"],
    ["from any for any rcpt-to x", "from any for rcpt-to x"],
    ["from local for local auth", "auth"],
    ["!from local for local", "!from local"],
    ["from any auth <map> for any", "from any for any auth <map>"],
    ["from any auth { x = y } for any", "from any for any auth { x = y }"],
    ["from any auth <file> for any", "from any for any auth <file>"],
    ['from any for domain "*"', "from any for any"],
    ['from any !for domain regex "("', "from any for any"],
    ['from any for domain "*" rcpt-to "@"', "from any for any"],
    ['helo regex "." for any', "for any"],
    ['from mail-from "@" for any', "from any for any"],
    ["auth <list> from auth", "from auth <list>"],
    ["auth regex x from auth y", "from auth regex y"],
    ["rcpt-to x for rcpt-to x", "for rcpt-to x"],
    ["from any auth $m for any", 'from auth "bob" for any'],
    ["for any !tag A helo '*.org' tls", "for any !tag A helo '*.org' tls"],
  ])("of %j", (conditions, expected) => expect(formsOf(conditions).shortest).toBe(expected));

  test("of a rule for 6.6, which has no from auth", () => {
    expect(formsOf("from any auth for any", parseRelease("6.6.4")).shortest).toBe("from any for any auth");
  });
});

describe("the full form", () => {
  test.each([
    ["auth", "from local for local auth"],
    ["from auth <list> for rcpt-to x", "from any for any auth <list> rcpt-to x"],
    ["!from mail-from x !for any", "from any !for any !mail-from x"],
    ['rcpt-to x helo "y" !tag { a, b } for any from socket', 'from socket for any !tag { a, b } helo "y" rcpt-to x'],
    ['from src <"<anyhost>">', 'from src <"<anyhost>"> for local'],
  ])("of %j", (conditions, expected) => expect(formsOf(conditions).full).toBe(expected));
});

test("a string that a macro wrote is put into the quotes that it needs", () => {
  const text = `m = "'a\\"b'"\nmatch auth $m reject\n`;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text }), { target: newestRelease });
  const [rule] = buildRuleset(model).rules;
  expect(rule && shortestForm(rule, model).map(printCondition)).toEqual([`auth 'a"b'`]);
});

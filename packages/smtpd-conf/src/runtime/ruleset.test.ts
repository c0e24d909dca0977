import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { evaluateCondition } from "./decide.ts";
import { plainEnvelope } from "./envelope.ts";
import type { Condition } from "./match-rule.ts";
import { buildRuleset, type Ruleset } from "./ruleset.ts";

function rulesetOf(text: string, target: Release = "7.9"): Ruleset {
  return buildRuleset(buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target }));
}

/** A condition in short: what it looks at, how, and in which table. */
function shortly({ name, subject, negated, table, service, broken }: Condition): string {
  const asked = table === undefined ? "" : ` ${service} ${table.name}`;
  return `${name}: ${negated ? "not " : ""}${subject}${asked}${broken ? " broken" : ""}`;
}

/** The words of a rule, what it asks, and the release. */
type Case = [conditions: string, held: readonly string[], target?: Release];

describe("fills in what is not written, in the order of evaluation:", () => {
  test.each<Case>([
    ["", ["from: source netaddr <localhost>", "for: domain domain <localnames>"]],
    ["for any", ["from: source netaddr <localhost>", "for: domain domain <anydestination>"]],
    ["!from local for local", ["from: not source netaddr <localhost>", "for: domain domain <localnames>"]],
    [
      "from auth for any",
      ["from: source netaddr <anyhost>", "for: domain domain <anydestination>", "auth: authenticated"],
    ],
    [
      "!from auth <t>",
      ["from: source netaddr <anyhost>", "for: domain domain <localnames>", "auth: not username string t"],
    ],
    [
      "from mail-from <t>",
      ["from: source netaddr <anyhost>", "for: domain domain <localnames>", "mail-from: sender mailaddr t"],
    ],
    [
      "for rcpt-to regex <t>",
      ["from: source netaddr <localhost>", "for: domain domain <anydestination>", "rcpt-to: recipient regex t"],
    ],
    [
      "rcpt-to <t> mail-from <t> helo <t> tag <t>",
      [
        "tag: tag string t",
        "from: source netaddr <localhost>",
        "for: domain domain <localnames>",
        "helo: helo domain t",
        "mail-from: sender mailaddr t",
        "rcpt-to: recipient mailaddr t",
      ],
    ],
    ["from rdns <t>", ["from: rdns netaddr t", "for: domain domain <localnames>"]],
    ["from rdns regex <t>", ["from: rdns regex t", "for: domain domain <localnames>"]],
    ["!from rdns", ["from: not rdns", "for: domain domain <localnames>"]],
    ["from socket", ["from: socket", "for: domain domain <localnames>"]],
    ["from socket", ["from: socket broken", "for: domain domain <localnames>"], "6.4.0"],
    ["!tls", ["from: source netaddr <localhost>", "for: domain domain <localnames>", "tls: not tls broken"]],
    ["auth <t>", ["from: source netaddr <localhost>", "for: domain domain <localnames>", "auth: username string t"]],
    [
      "auth <t>",
      ["from: source netaddr <localhost>", "for: domain domain <localnames>", "auth: username string t broken"],
      "6.6.4",
    ],
    [
      "from src { 10.0.0.0/8 } for domain a.example",
      ["from: source netaddr <dynamic:0>", "for: domain domain <dynamic:1>"],
    ],
  ])("match %s", (conditions, held, target) => {
    const { rules } = rulesetOf(`table t { a }\nmatch ${conditions} reject\n`, target);
    expect(rules[0]?.conditions.map(shortly)).toEqual(held);
  });
});

test("numbers rules from 1 and knows their actions", () => {
  const { rules } = rulesetOf('action "x" mbox\nmatch for local action "x"\nmatch for any reject\n');
  expect(rules.map(({ number, action }) => [number, action])).toEqual([
    [1, "x"],
    [2, undefined],
  ]);
});

test.each([
  ["", "+"],
  ['smtp sub-addr-delim "-"\n', "-"],
  ['smtp sub-addr-delim "-"\nsmtp sub-addr-delim "="\n', "="],
])("with %j, a tag begins with %s", (text, delimiter) => {
  expect(rulesetOf(`${text}match for any reject\n`).delimiter).toBe(delimiter);
});

test("looks users with an @ up as mail addresses, and others as they are", () => {
  const { rules } = rulesetOf('match auth { "bob", "@a.example" } for any reject\n');
  const condition = rules[0]?.conditions.find(({ name }) => name === "auth");
  const answer = (username: string) =>
    condition &&
    evaluateCondition(condition, { ...plainEnvelope, source: "", rcptTo: "", authenticated: true, username });
  expect(["bob", "Bob", "bob@b.example", "eve@a.example", "eve", "bob+x"].map(answer)).toEqual([
    "match",
    "match",
    "match",
    "match",
    "no-match",
    "no-match",
  ]);
});

test("prepares a table once for each service, and also tables with the same entries", () => {
  const { rules } = rulesetOf("match from any for domain { a, b } reject\nmatch from any for domain { a, b } reject\n");
  const [one, other] = rules.map(({ conditions }) => conditions.find(({ name }) => name === "for")?.matcher);
  expect(one).toBeDefined();
  expect(one).toBe(other);
});

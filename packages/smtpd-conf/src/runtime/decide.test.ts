import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { decide } from "./decide.ts";
import { type Envelope, plainEnvelope } from "./envelope.ts";
import { buildRuleset, type Ruleset } from "./ruleset.ts";

const machine = { hostname: "mx.example.org", addresses: ["127.0.0.1", "192.0.2.2", "::1"] };

function rulesetOf(rules: string, target: Release = "7.9"): Ruleset {
  const text = `table unread db:/x\naction "a" mbox\n${rules}\n`;
  return buildRuleset(buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target }), { machine });
}

const stranger: Envelope = {
  ...plainEnvelope,
  source: "203.0.113.9",
  helo: "h.example",
  mailFrom: "s@s.example",
  rcptTo: "r@r.example",
};

/** The number of the rule that decides, or what becomes of the mail otherwise. */
function decided(rules: string, envelope: Partial<Envelope>, target?: Release): number | string {
  const { outcome, rule } = decide(rulesetOf(rules, target), { ...stranger, ...envelope });
  return outcome === "action" || outcome === "reject" ? (rule?.number ?? "none") : outcome;
}

describe("one condition", () => {
  const socket = { source: "local", rdns: "mx.example.org", authenticated: true };
  const user = { authenticated: true, username: "bob", tls: true };

  test.each<readonly [conditions: string, envelope: Partial<Envelope>, isMet: boolean]>([
    ["from any for any", {}, true],
    ["from any for any", { source: "[2001:db8::1]" }, true],
    ["from any for any", { source: "[fe80::1%em0]" }, false],
    ["from local for any", {}, false],
    ["from local for any", { source: "192.0.2.2" }, true],
    ["from local for any", { internal: true }, true],
    ["from src 203.0.113.0/24 for any", {}, true],
    ["from src 203.0.113.0/24 for any", { internal: true }, false],
    ['from src "local" for any', { internal: true }, true],
    ["from socket for any", socket, true],
    ["from socket for any", {}, false],
    ["!from socket for any", {}, true],
    ["!from socket for any", { internal: true }, false],
    ["from rdns for any", {}, false],
    ["!from rdns for any", {}, true],
    ["!from rdns for any", { internal: true }, false],
    ["from rdns for any", socket, true],
    ["from rdns c.example for any", { rdns: "C.example" }, true],
    ['from rdns "*.example" for any', { rdns: "c.example" }, false],
    ["!from rdns c.example for any", {}, false],
    ['from rdns "local" for any', { rdns: "c.example", internal: true }, true],
    ["from any", {}, false],
    ["from any", { rcptTo: "r@MX.example.org" }, true],
    ["from any", { rcptTo: "r@192.0.2.2" }, true],
    ["from any for domain r.example", {}, true],
    ["from any !for domain r.example", {}, false],
    ["from any for any helo h.example", {}, true],
    ["from auth for any", {}, false],
    ["from auth for any", user, true],
    ["from auth for any", socket, true],
    ["from auth bob for any", user, true],
    ["from auth bob for any", { username: "bob" }, false],
    ["!from auth bob for any", { username: "bob" }, true],
    ['from auth "" for any', socket, true],
    ["from mail-from s@s.example for any", {}, true],
    ['from mail-from "@s.example" for any', { mailFrom: "" }, false],
    ['from mail-from "@" for any', { mailFrom: "" }, true],
    ['from mail-from regex "^@$" for any', { mailFrom: "" }, true],
    ["from any for rcpt-to r", { rcptTo: "r+tag@x.example" }, true],
    ["from any for any tag A", {}, false],
    ["from any for any tag A", { tag: "a" }, true],
  ])("match %s is asked of %j", (conditions, envelope, isMet) => {
    expect(decided(`match ${conditions} reject`, envelope)).toBe(isMet ? 1 : "no-match");
  });
});

/** Rules, the one that decides or what becomes of the mail otherwise, and the release. */
type Case = [rules: string, outcome: number | string, target?: Release];

describe("what ends the search", () => {
  test.each<Case>([
    ["match from any for any reject\nmatch from any for any reject", 1],
    ["match for any reject\nmatch from any for any reject", 2],
    ["match from any for any tls reject\nmatch from any for any reject", "temporary-failure"],
    ["match from any for any !tls reject\nmatch from any for any reject", "temporary-failure"],
    ["match from any for domain x.example tls reject\nmatch from any for any reject", 2],
    ["match from any for any tls mail-from x reject\nmatch from any for any reject", "temporary-failure"],
    ["match auth bob from any for any reject\nmatch from any for any reject", "temporary-failure", "6.6.4"],
    ["match from socket for domain x.example reject\nmatch from any for any reject", "temporary-failure", "6.4.0"],
    ["match from any for domain <unread> reject\nmatch from any for any reject", "unknown"],
    ["match from any for domain <unread> mail-from x reject\nmatch from any for any reject", 2],
    ["match from any for domain <unread> tls reject\nmatch from any for any reject", "unknown"],
    ["match from any for domain x.example reject", "no-match"],
  ])("%s", (rules, outcome, target) => expect(decided(rules, {}, target)).toBe(outcome));

  test("a key that is too long", () => {
    const rules = "match from any for any mail-from x reject\nmatch from any for any reject";
    expect(decided(rules, { mailFrom: `${"x".repeat(1100)}@s.example` })).toBe("temporary-failure");
  });
});

test("says why earlier rules do not decide, and what they looked at", () => {
  const rules =
    'match from rdns c.example for any reject\nmatch from any for domain x.example reject\nmatch from socket for any reject\nmatch from any for any action "a"';
  const { outcome, misses } = decide(rulesetOf(rules), { ...stranger, rdns: "d.example" });
  expect(outcome).toBe("action");
  expect(misses.map(({ rule, condition, value }) => [rule.number, condition.name, value])).toEqual([
    [1, "from", "d.example"],
    [2, "for", "r.example"],
    [3, "from", "203.0.113.9"],
  ]);
});

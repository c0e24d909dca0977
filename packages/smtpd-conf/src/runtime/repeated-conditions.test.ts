import { describe, expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { decide } from "./decide.ts";
import { type Envelope, plainEnvelope } from "./envelope.ts";
import { buildRuleset } from "./ruleset.ts";

const bob: Envelope = {
  ...plainEnvelope,
  source: "192.0.2.1",
  authenticated: true,
  username: "bob",
  mailFrom: "bob@example.net",
  rcptTo: "anna@example.org",
};

function takes(conditions: string, envelope: Envelope): boolean {
  const text = `match ${conditions} for any reject\n`;
  const ruleset = buildRuleset(buildModel(parseConfiguration({ path: "smtpd.conf", text })));
  return decide(ruleset, envelope).outcome === "reject";
}

describe("of a condition that is said twice", () => {
  test.each([
    ['mail-from "anna" from mail-from "bob"', true],
    ['mail-from "bob" from mail-from "anna"', false],
    ['auth "anna" from auth "bob"', true],
  ])("the later table counts: %s", (conditions, taken) => expect(takes(conditions, bob)).toBe(taken));

  test.each([
    ['! mail-from "bob" from mail-from "bob"', true],
    ['mail-from "bob" ! from mail-from "bob"', false],
    ['auth "anna" ! from auth', true],
    ['! auth "bob" from auth', true],
  ])("the later negation counts: %s", (conditions, taken) => expect(takes(conditions, bob)).toBe(taken));

  test.each([
    ['auth "anna" from auth', false],
    ['auth "bob" from auth', true],
    ['auth { "bob" } from auth', true],
  ])("a table stays where none follows: %s", (conditions, taken) => expect(takes(conditions, bob)).toBe(taken));

  test.each([
    ['mail-from regex "x" from mail-from "b.b"', true],
    ['mail-from regex "bob" from mail-from "(bob"', false],
    ['auth regex "^b" from auth', true],
    ['auth regex "^a" from auth', false],
  ])("regex stays: %s", (conditions, taken) => expect(takes(conditions, bob)).toBe(taken));
});

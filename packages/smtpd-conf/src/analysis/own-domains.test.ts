import { describe, expect, test } from "vitest";
import { evaluateCondition } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { Literal } from "./literal.ts";
import { foreignRecipient, strangeName } from "./own-domains.ts";
import { rulesetOf } from "./testing.ts";

function agrees(literals: readonly Literal[], envelope: Partial<Envelope>): boolean {
  const whole: Envelope = { ...plainEnvelope, source: "203.0.113.9", rcptTo: "x@y.example", ...envelope };
  return literals.every(({ condition, wanted }) => {
    return evaluateCondition(condition, whole) === (wanted ? "match" : "no-match");
  });
}

/** Which of the domains are foreign to rules with this condition. */
function foreignTo(condition: string, domains: readonly string[]): readonly string[] {
  const literals = foreignRecipient(rulesetOf(`match from any ${condition} reject\n`));
  return domains.filter((domain) => agrees(literals, { rcptTo: `user@${domain}` }));
}

const domains = ["example.org", "mx.example.org", "notexample.org", "example.net", "other.co.uk", "localhost"];

describe("of some domains, those are foreign that are not the configuration's own:", () => {
  const all = domains.filter((domain) => domain !== "localhost");
  const except = (...own: readonly string[]) => all.filter((domain) => !own.includes(domain));

  test.each([
    ["for any", all],
    ["for domain { Example.ORG, example.net }", except("example.org", "example.net")],
    ["!for domain example.org", except("example.org")],
    ['for domain "*.example.org"', except("mx.example.org")],
    ['for domain "*example.org"', all],
    ['for domain "*.org"', all],
    ['for domain "*.co.uk"', all],
    ['for domain "other.co.uk"', except("other.co.uk")],
    ['for domain regex "^example\\.org$"', except("example.org")],
    ['for domain regex "(^|\\.)example\\.org$"', except("example.org", "mx.example.org")],
    ['for domain regex ".*example\\.(org|net)"', except("example.org", "mx.example.org", "example.net")],
    ['for domain regex "not|\\.example\\.org$"', except("example.org", "mx.example.org")],
    ['for domain regex "\\.co\\.uk$"', all],
    ['for domain regex "\\.org$"', all],
    ['for rcpt-to { "bob@example.org", "eve", "@*.example.org" }', except("example.org", "mx.example.org")],
    ['for rcpt-to regex "@example\\.org$"', except("example.org", "mx.example.org")],
  ])("%s", (condition, foreign) => expect(foreignTo(condition, domains)).toEqual(foreign));
});

test("a stranger's name is none that the rules list or put below a domain", () => {
  const literals = strangeName(
    rulesetOf('match from rdns { a.example } for any reject\nmatch from rdns regex "\\.b\\.example$" for any reject\n'),
  );
  const strange = (rdns: string) => agrees(literals, { rdns });
  expect(["a.example", "mx.b.example", "c.example"].map(strange)).toEqual([false, false, true]);
});

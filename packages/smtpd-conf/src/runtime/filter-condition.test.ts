import { describe, expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { filterNamed } from "../model/resolve-filters.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { evaluateCondition } from "./decide.ts";
import { type Envelope, plainEnvelope } from "./envelope.ts";
import { filterCondition } from "./filter-condition.ts";
import { buildRuleset } from "./ruleset.ts";

function conditionOf(words: string) {
  const text = `table unread db:/x\nfilter f phase rcpt-to match ${words} reject "550 no"\n`;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target: "7.9" }), { target: "7.9" });
  const filter = filterNamed("f", model);
  if (filter?.kind !== "PhaseFilterDirective") throw new Error(`no filter for ${words}`);
  return filterCondition(filter.condition, buildRuleset(model));
}

const client: Envelope = {
  ...plainEnvelope,
  source: "192.0.2.1",
  rdns: "c.example",
  helo: "h.example",
  mailFrom: "s@s.example",
  rcptTo: "r@r.example",
};

describe("unlike a rule, a filter", () => {
  test.each<readonly [what: string, words: string, envelope: Partial<Envelope>, answer: string]>([
    ["asks for wildcards in names", 'rdns "*.example"', {}, "match"],
    ["knows clients without a name as <unknown>", 'rdns "<unknown>"', { rdns: undefined }, "match"],
    ["meets a negation for such clients", '!rdns "c.example"', { rdns: undefined }, "match"],
    ["sees whether a name leads back", "fcrdns", {}, "no-match"],
    ["sees nothing as the null sender", 'mail-from regex "^$"', { mailFrom: "" }, "match"],
    ["takes nobody for logged in on the socket", "auth", { source: "local", authenticated: true }, "no-match"],
    [
      "looks up users with an @ as they are",
      'auth "@a.example"',
      { authenticated: true, username: "x@a.example" },
      "no-match",
    ],
    ["does not know what a table holds either", "src <unread>", {}, "unknown"],
  ])("%s", (_what, words, envelope, answer) => {
    expect(evaluateCondition(conditionOf(words), { ...client, ...envelope })).toBe(answer);
  });
});

test.each<readonly [words: string, isMet: boolean]>([
  ["rdns", true],
  ["!rdns", false],
  ["!fcrdns", true],
  ["src 192.0.2.0/24", true],
  ['helo "h.example"', true],
  ['helo regex "^x"', false],
  ['mail-from "@s.example"', true],
  ['rcpt-to "r"', true],
  ["!auth", true],
])("match %s", (words, isMet) => {
  expect(evaluateCondition(conditionOf(words), client)).toBe(isMet ? "match" : "no-match");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listenerOf } from "../model/listener.ts";
import { tableFilesOf } from "../model/testing.ts";
import { decide, evaluateCondition } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import { buildRuleset, type Ruleset } from "../runtime/ruleset.ts";
import { inSteps } from "./in-steps.ts";
import { foreignRecipient } from "./own-domains.ts";
import { proveRelay, type RelayProof } from "./relay-proof.ts";
import { strangeSource } from "./strangers.ts";
import { anyEnvelope, anyRules, listenersAndAction, modelOf, type TestOptions } from "./testing.ts";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 500);
const machine = { hostname: "localhost", addresses: ["127.0.0.1", "::1"] };

function prove(text: string, options: TestOptions = {}): { readonly ruleset: Ruleset; readonly proof: RelayProof } {
  const model = modelOf(text, options);
  const ruleset = buildRuleset(model, { machine, tableFiles: tableFilesOf(options.files ?? {}) });
  return { ruleset, proof: inSteps(() => proveRelay(model, model.listeners.map(listenerOf), ruleset)).result() };
}

/** Whether an envelope is that of a stranger who writes to a foreign domain. */
function isStrange(ruleset: Ruleset, envelope: Envelope): boolean {
  if (envelope.source === "local" || envelope.authenticated || envelope.internal) return false;
  return [strangeSource(ruleset, []), ...foreignRecipient(ruleset)].every(({ condition, wanted }) => {
    return evaluateCondition(condition, envelope) === (wanted ? "match" : "no-match");
  });
}

test("no stranger relays where it is said that none can, and each witness does", () => {
  const foreign = fc.constantFrom("bob@elsewhere.example", "eve@ba.example", "eve@z.b.example", "x@org");
  const mail = fc.tuple(anyEnvelope, foreign).map(([envelope, rcptTo]): Envelope => {
    const away = envelope.source === "local" ? "198.51.100.7" : envelope.source;
    return { ...envelope, source: away, authenticated: false, username: "", internal: false, rcptTo };
  });
  const counts = { no: 0, yes: 0, depends: 0, unknown: 0, strange: 0 };
  fc.assert(
    fc.property(anyRules, fc.array(mail, { minLength: 30, maxLength: 30 }), (text, envelopes) => {
      const { ruleset, proof } = prove(listenersAndAction + text);
      counts[proof.answer]++;
      for (const { envelope, rule } of proof.witnesses) {
        expect(decide(ruleset, envelope).rule, text).toBe(rule);
        expect(isStrange(ruleset, envelope), `${text}${JSON.stringify(envelope)}`).toBe(true);
      }
      if (proof.answer !== "no") return;
      const strange = envelopes.filter((envelope) => isStrange(ruleset, envelope));
      counts.strange += strange.length;
      expect(
        strange.filter((envelope) => decide(ruleset, envelope).outcome === "action"),
        text,
      ).toEqual([]);
    }),
    { numRuns },
  );
  expect(Math.min(counts.no, counts.yes)).toBeGreaterThan(numRuns / 40);
  expect(counts.unknown).toBeLessThan(numRuns / 20);
  expect(counts.strange).toBeGreaterThan(numRuns / 2);
});

/** A configuration with one public listener and the action `out`. */
function whole(rules: string): string {
  return rules.includes("listen") ? `action out relay\n${rules}` : `listen on em0\naction out relay\n${rules}`;
}

describe("answers", () => {
  test.each<readonly [answer: RelayProof["answer"], rules: string]>([
    ["yes", "match from any for any action out\n"],
    ["no", "match from local for any action out\n"],
    ["no", "match from auth for any action out\n"],
    ["yes", "match !from auth for any action out\n"],
    ["no", "match from any for domain example.org action out\n"],
    ["no", "match from src { 192.0.2.0/24, 10.0.0.0/8 } for any action out\n"],
    ["yes", "match from src { 0.0.0.0/1, 128.0.0.0/1 } for any action out\n"],
    [
      "yes",
      `match from src { ${Array.from({ length: 223 }, (_, n) => `${n + 1}.0.0.0/8`).join(", ")} } for any action out\n`,
    ],
    ["yes", "match from rdns mx.example.org for any action out\n"],
    ["yes", "match from mail-from boss@example.org for any action out\n"],
    ["yes", 'match from any for domain "*" action out\n'],
    ["yes", 'match from any for domain "*example.org" action out\n'],
    ["no", 'match from any for domain "*.example.org" action out\n'],
    ["yes", 'match from any for domain "*.org" action out\n'],
    ["yes", 'match from any for domain "*.co.uk" action out\n'],
    ["no", 'match from any for domain regex "^(.*\\.)?example\\.org$" action out\n'],
    ["no", 'match from any for domain regex "^(one|two)\\.(org|net)$" action out\n'],
    ["yes", 'match from any for domain regex ".*example\\.org$" action out\n'],
    ["yes", 'match from any for domain regex "one\\.org|\\.two\\.org$" action out\n'],
    ["yes", 'match from any for domain regex "\\.com$" action out\n'],
    ["yes", 'match from any for domain regex "\\.co\\.uk$" action out\n'],
    ["no", 'match from any for rcpt-to regex "@example\\.org$" action out\n'],
    ["yes", 'match from any for rcpt-to "postmaster" action out\n'],
    ["yes", "match from any !for domain example.org action out\n"],
    ["no", "match from any for any reject\nmatch from any for any action out\n"],
    ["no", "match from any for any tls reject\nmatch from any for any action out\n"],
    ["depends", "table own file:own\nmatch from any for domain <own> action out\n"],
    ["depends", "table nets file:nets\nmatch from src <nets> for any action out\n"],
    ["yes", "table own file:own\nmatch from any !for domain <own> action out\n"],
    ["no", "listen on lo\nmatch from any for any action out\n"],
    ["yes", "listen on lo proxy-v2\nmatch from any for any action out\n"],
    ["no", "listen on socket\nmatch from any for any action out\n"],
    ["no", "listen on em0 proxy-v2\nmatch from auth for any action out\n"],
    ["yes", "listen on em0 proxy-v2\nmatch from local for any action out\n"],
    ["yes", "listen on em0 proxy-v2\nmatch from socket for any action out\n"],
    ["no", "listen on lo proxy-v2\nmatch from socket for any action out\n"],
    ["no", "listen on em0 tag A\nmatch tag B from any for any action out\n"],
    [
      "no",
      'filter f phase connect match src 0.0.0.0/0 reject "550 no"\nfilter g phase connect match src "::/0" reject "550 no"\nlisten on em0 filter { f, g }\nmatch from any for any action out\n',
    ],
    [
      "no",
      'filter f phase rcpt-to match !auth reject "550 no"\nlisten on em0 filter f\nmatch from any for any action out\n',
    ],
    [
      "yes",
      'filter f phase connect match !fcrdns reject "550 no"\nlisten on em0 filter f\nmatch from any for any action out\n',
    ],
    [
      "no",
      'filter f phase connect match !fcrdns reject "550 no"\nlisten on em0 filter f\nmatch from rdns mx.example.org for any action out\n',
    ],
    [
      "depends",
      'filter p proc-exec prog\nfilter f phase rcpt-to match !auth reject "550 no"\nlisten on em0 filter { p, f }\nmatch from any for any action out\n',
    ],
    [
      "no",
      'filter p proc-exec prog\nfilter f phase rcpt-to match !auth reject "550 no"\nlisten on em0 filter { f, p }\nmatch from any for any action out\n',
    ],
    [
      "depends",
      'filter f phase mail-from match mail-from regex "." reject "550 no"\nfilter g phase mail-from match !mail-from regex "." reject "550 no"\nlisten on em0 filter { f, g }\nmatch from any for any action out\n',
    ],
    [
      "depends",
      'filter f phase mail-from match mail-from a@b.example rewrite "<ok@own.example>"\nfilter g phase rcpt-to match !mail-from a@b.example reject "550 no"\nlisten on em0 filter { f, g }\nmatch from mail-from ok@own.example for any action out\n',
    ],
  ])("%s: %s", (answer, rules) => expect(prove(whole(rules)).proof.answer).toBe(answer));
});

test("says by what a way depends, and which filters are in doubt", () => {
  const tables = prove(whole("table nets file:nets\nmatch from src <nets> for any action out\n")).proof;
  expect(tables.witnesses.map(({ tables }) => tables.map(({ name }) => name))).toEqual([["nets"]]);
  const filters =
    'filter p proc-exec prog\nfilter f phase data match !auth reject "550 no"\nlisten on em0 filter { p, f }\n';
  const filtered = prove(whole(`${filters}match from any for any action out\n`)).proof;
  expect(filtered.doubtful.map(({ name }) => name.value)).toEqual(["f"]);
  expect(filtered.witnesses).toEqual([]);
});

test("tells a way to any domain from one to domains that are made up for it", () => {
  const domains = (text: string) => prove(whole(text)).proof.witnesses.map((witness) => witness.domains);
  expect(domains("match from any for any action out\n")).toEqual(["any"]);
  expect(domains('match from any for domain "*example.org" action out\n')).toEqual(["crafted"]);
});

test("reads the tables that stand in files", () => {
  const text = whole("table nets file:nets\nmatch from src <nets> for any action out\n");
  expect(prove(text, { files: { nets: "192.0.2.0/24\n" } }).proof.answer).toBe("no");
  expect(prove(text, { files: { nets: "0.0.0.0/0\n" } }).proof.answer).toBe("yes");
});

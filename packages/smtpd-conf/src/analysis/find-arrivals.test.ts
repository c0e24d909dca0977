import { describe, expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { openAnalysis } from "./analysis.ts";
import { findArrivals, findForwarded } from "./find-arrivals.ts";

/** For each listener the numbers of the rules that it leads to; 0 is that none matches. */
function leadsTo(text: string): readonly (readonly number[])[] {
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text }));
  const analysis = openAnalysis(model);
  return findArrivals(model, analysis.listeners(), analysis.ruleset()).map(({ rules, unmatched }) => [
    ...rules.flatMap((passage, index) => (passage === "none" ? [] : [index + 1])),
    ...(unmatched === "none" ? [] : [0]),
  ]);
}

const action = "action a relay\n";
const tls = 'pki p cert "c"\npki p key "k"\n';

describe("rules are reached", () => {
  test("from the socket that no statement names", () => {
    expect(leadsTo(`${action}match for any action a\n`)).toEqual([[1]]);
  });

  test("from elsewhere by no rule for this machine", () => {
    const rules = "match for local action a\nmatch from any for any action a\n";
    expect(leadsTo(`listen on em0\nlisten on lo\n${action}${rules}`)).toEqual([[2], [1, 2], [1, 2]]);
  });

  test("by address: all addresses are those of the loopback too", () => {
    const rules = "match for any action a\n";
    expect(leadsTo(`listen on 0.0.0.0\nlisten on 192.0.2.1\n${action}${rules}`)).toEqual([[1, 0], [0], [1]]);
  });

  test("by tag", () => {
    const rules = "match tag A from any for any action a\nmatch from any for any action a\n";
    expect(leadsTo(`listen on em0 tag A\nlisten on em0\n${action}${rules}`)).toEqual([[1], [2], [2]]);
  });

  test("by login", () => {
    const listeners = `listen on em0 tls pki p auth\nlisten on em0 tls pki p auth-optional\nlisten on em0\n`;
    const rules = "match from any auth for any action a\nmatch from any for any action a\n";
    expect(leadsTo(`${tls}${listeners}${action}${rules}`)).toEqual([[1], [1, 2], [2], [1]]);
  });

  test("by known clients, and through a proxy by those that claim to be local", () => {
    const rules = 'match from src "192.0.2.0/24" for any action a\nmatch for any action a\n';
    expect(leadsTo(`listen on em0\nlisten on em1 proxy-v2\n${action}${rules}`)).toEqual([[1, 0], [1, 2, 0], [2]]);
  });

  test("past filters only", () => {
    const filter = 'filter f phase mail-from match mail-from "@example.org" reject "550 no"\n';
    const rules = 'match from any mail-from "@example.org" for any action a\n';
    expect(leadsTo(`${filter}listen on em0 filter f\nlisten on em0\n${action}${rules}`)).toEqual([[0], [1, 0], [1, 0]]);
  });

  test("also where they fail: nothing comes behind", () => {
    const rules = "match from any tls for any action a\nmatch from any for any action a\n";
    expect(leadsTo(`listen on em0\n${action}${rules}`)).toEqual([[1], [1]]);
  });

  test("through tables that are not known", () => {
    const rules = "match from any for domain <t> action a\n";
    expect(leadsTo(`table t file:/t\nlisten on em0\n${action}${rules}`)).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});

test("forwarded mail counts as local, whoever sent it", () => {
  const rules = "match from auth for any action a\nmatch for any action a\nmatch from socket for any action a\n";
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text: `listen on em0\n${action}${rules}` }));
  const analysis = openAnalysis(model);
  expect(findForwarded(analysis.ruleset(), analysis.listeners())).toEqual(["sure", "sure", "none", "none"]);
});

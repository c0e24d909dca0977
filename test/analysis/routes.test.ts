import { newestRelease, parseConfiguration } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { findRoutes, type Route, type RouteStep, stepFor } from "../../packages/smtpd-conf/src/analysis/find-routes.ts";
import { buildModel } from "../../packages/smtpd-conf/src/model/build-model.ts";
import { listenerOf } from "../../packages/smtpd-conf/src/model/listener.ts";
import { buildRuleset } from "../../packages/smtpd-conf/src/runtime/ruleset.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { faultOf, generatedCase, type RouteCase, recordedCases, routesOf } from "./route-cases.ts";

const seed = 47;
const ruleSets = 60;
const perRuleSet = 300;

function faultsIn(cases: readonly RouteCase[]): readonly string[] {
  return cases.flatMap((one) => one.mail.flatMap((mail) => faultOf(mail, one) ?? []));
}

function countMail(cases: readonly RouteCase[]): number {
  return cases.reduce((sum, { mail }) => sum + mail.length, 0);
}

/** Mail of which the routes say what becomes of it, and not that it depends. */
function countTold(cases: readonly RouteCase[]): number {
  const told = cases.flatMap((one) => {
    return one.mail.filter((mail) => routesOf(one.routes, mail).some((route) => stepFor(route, mail.envelope)));
  });
  return told.length;
}

describe.each(daemonReleases)("over rule sets for %s", (release) => {
  const generated = Array.from({ length: ruleSets }, (_, index) => generatedCase(seed, index, release, perRuleSet));

  test("all mail is on one route, and the matcher decides as it says", () => {
    console.log(`${release}: ${countMail(generated)} envelopes on routes of generated rule sets`);
    expect(faultsIn(generated).slice(0, 3)).toEqual([]);
    expect(countMail(generated)).toBeGreaterThan(15_000);
    // What a pattern with a back reference matches is left to the daemon.
    expect(countTold(generated)).toBeGreaterThan(countMail(generated) * 0.97);
  });

  test("and the daemon decided as it says", () => {
    const recorded = recordedCases(release);
    expect(faultsIn(recorded).slice(0, 3)).toEqual([]);
    expect(countMail(recorded)).toBe(1500);
  });

  test("there is mail of all kinds", () => {
    const found = generated.flatMap((one) => one.mail.flatMap((mail) => routesOf(one.routes, mail)));
    const senders = new Set(found.map(({ sender }) => sender.kind));
    const recipients = new Set(found.map((route) => route.recipients.kind));
    // The rule sets for 6.8 have no listener where users can log in.
    for (const kind of [...anonymous, ...(release === "6.8" ? [] : loggedIn)]) expect(senders).toContain(kind);
    expect(recipients).toEqual(new Set(["domains", "pattern", "local", "other"]));
  });

  test("a wrong route does not go unnoticed", () => {
    const shortened = generated.map((one): RouteCase => {
      const routes = one.routes.routes.map((route) => ({ ...route, steps: route.steps.slice(-1).map(unconditional) }));
      return { ...one, routes: { ...one.routes, routes } };
    });
    expect(faultsIn(shortened).length).toBeGreaterThan(100);
  });
});

const anonymous = ["stranger", "network", "own-address", "socket", "forwarded", "forwarded-user"];
const loggedIn = ["user", "own-user"];

function unconditional(step: RouteStep): RouteStep {
  return { ...step, conditions: [] };
}

/** The routes of a configuration as lines: `stranger → domains example.org: delivered [1]`. */
function linesFor(text: string): readonly string[] {
  const target = newestRelease;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  const { routes } = findRoutes(model, model.listeners.map(listenerOf), buildRuleset(model));
  return routes.map(lineOf);
}

function lineOf({ sender, recipients, steps }: Route): string {
  const to = [recipients.kind, ...(recipients.kind === "local" ? [] : recipients.names)].join(" ");
  return `${sender.kind} → ${to}: ${steps.map(stepText).join(", else ")}`;
}

function stepText({ outcome, rules, conditions }: RouteStep): string {
  const asked = conditions.map(({ option, negated }) => {
    return option === undefined ? "?" : `${negated ? "!" : ""}${option.name}`;
  });
  return [...asked, outcome, ...rules.map(({ number }) => number)].join(" ");
}

const open = 'listen on 0.0.0.0\naction "here" mbox\naction "out" relay\n';
const login = 'pki "a" cert "/a" key "/a"\nlisten on 0.0.0.0 port 587 tls-require pki "a" auth\n';

describe("the routes of", () => {
  test.each<[what: string, text: string, lines: readonly string[]]>([
    [
      "a machine that only sends",
      'listen on lo\naction "here" mbox\naction "out" relay\nmatch for local action "here"\nmatch for any action "out"\n',
      [
        "own-address → local: delivered 1",
        "socket → local: delivered 1",
        "own-address → other: relayed 2",
        "socket → other: relayed 2",
      ],
    ],
    [
      "rules with a condition that stays open",
      `${open}match from any mail-from "a@b.example" for any reject\nmatch from any for domain "b.example" action "here"\n`,
      [
        "stranger → domains b.example: mail-from rejected 1, else delivered 2",
        "own-address → domains b.example: mail-from rejected 1, else delivered 2",
        "socket → domains b.example: mail-from rejected 1, else delivered 2",
        "stranger → other: rejected",
        "own-address → other: rejected",
        "socket → other: rejected",
      ],
    ],
    [
      "a rule for users who log in",
      `${login}action "out" relay\nmatch from auth for any action "out"\n`,
      ["user → other: relayed 1", "own-user → other: relayed 1", "socket → other: relayed 1"],
    ],
    [
      "rules that end alike",
      `${open}match from any rcpt-to "a@b.example" for any action "here"\nmatch from any for any action "here"\n`,
      ["domains b.example", "other"].flatMap((to) =>
        ["stranger", "own-address", "socket"].map((who) =>
          to === "domains b.example" ? `${who} → ${to}: delivered 1 2` : `${who} → ${to}: delivered 2`,
        ),
      ),
    ],
    [
      "a network that a rule names",
      `${open}match from src 192.0.2.0/24 for any action "out"\n`,
      ["other"].flatMap((to) => [
        `network → ${to}: relayed 1`,
        `stranger → ${to}: no-match`,
        `own-address → ${to}: no-match`,
        `socket → ${to}: no-match`,
      ]),
    ],
    [
      "a network, and users who log in from there",
      `${login}listen on lo\naction "out" relay\nmatch from src 192.0.2.0/24 for any action "out"\n`,
      [
        "network-user → other: relayed 1",
        "user → other: no-match",
        "own-user → other: no-match",
        "own-address → other: no-match",
        "socket → other: no-match",
      ],
    ],
    [
      "a rule that smtpd cannot evaluate",
      `${open}match from any tls for any action "here"\n`,
      ["other"].flatMap((to) =>
        ["stranger", "own-address", "socket"].map((who) => `${who} → ${to}: temporary-failure 1`),
      ),
    ],
    [
      "a table that is not known",
      'table t file:/t\naction "here" mbox\nmatch for domain <t> action "here"\nmatch for local reject\n',
      [
        "socket → local: rejected 2",
        "socket → table: delivered 1",
        "socket → other: no-match",
        "socket → local: delivered 1",
      ],
    ],
    [
      "a pattern below a domain that is listed",
      'action "here" mbox\nmatch for domain { "a.example", "*.a.example" } action "here"\nmatch for any reject\n',
      [
        "socket → domains a.example: delivered 1",
        "socket → pattern *.a.example: delivered 1",
        "socket → other: rejected 2",
      ],
    ],
  ])("%s", (_, text, lines) => {
    expect(linesFor(text)).toEqual(lines);
  });
});

test("bounces and addresses out of aliases have routes of their own", () => {
  const text = `${open}match from local mail-from regex "^@$" for any action "out"\nmatch from src 192.0.2.1 for any action "out"\n`;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target: newestRelease }), {});
  const { bounces, forwarded } = findRoutes(model, model.listeners.map(listenerOf), buildRuleset(model));
  expect(bounces.map(lineOf)).toEqual(["socket → other: relayed 1"]);
  expect(forwarded.map(lineOf)).toContain("forwarded → other: mail-from relayed 1, else no-match");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  decide,
  type Envelope,
  type MatchRule,
  newestRelease,
  type Outcome,
  parseRelease,
  type Ruleset,
} from "smtpd-conf";
import {
  findRoutes,
  isOnRoute,
  type Route,
  type RouteOutcome,
  type RouteStep,
  type Routes,
  stepFor,
} from "../../packages/smtpd-conf/src/analysis/find-routes.ts";
import { type Listener, listenerOf } from "../../packages/smtpd-conf/src/model/listener.ts";
import { checkoutFolder } from "../conformance/daemon.ts";
import { matcherEnvelope } from "../daemons/compare.ts";
import type { SentEnvelope } from "../daemons/generator/envelopes.ts";
import { makeScenario, type Scenario } from "../daemons/generator/scenario.ts";
import { envelopesFor, openRuleset } from "./rule-sets.ts";

/** A rule set with what is said of it, and mail with what becomes of it. */
export interface RouteCase {
  readonly text: string;
  readonly ruleset: Ruleset;
  readonly routes: Routes;
  readonly mail: readonly Mail[];
}

export interface Mail {
  readonly envelope: Envelope;
  readonly outcome: Outcome;
  /** The number of the rule that decides; undefined where none does. */
  readonly rule: number | undefined;
}

/** A generated rule set, with mail of which the matcher says what becomes of it. */
export function generatedCase(seed: number, index: number, release: string, perRuleSet: number): RouteCase {
  const opened = openCase(makeScenario(seed, index, release), release);
  const envelopes = envelopesFor(seed, index, perRuleSet).filter((envelope) => canCome(envelope, opened.listeners));
  const mail = envelopes.map((envelope): Mail => {
    const { outcome, rule } = decide(opened.ruleset, envelope);
    return { envelope, outcome, rule: rule?.number };
  });
  return { ...opened, mail };
}

interface RecordedScenario extends Omit<Scenario, "envelopes"> {
  readonly release: string;
  readonly envelopes: readonly (SentEnvelope & { readonly rule: number | null; readonly outcome: Outcome })[];
}

/** The rule sets of which a running daemon was asked, with what it said. */
export function recordedCases(release: string): readonly RouteCase[] {
  const path = join(checkoutFolder(), "test/runtime/sessions.jsonl.gz");
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  const scenarios = lines.map((line) => JSON.parse(line) as RecordedScenario).filter((one) => one.release === release);
  return scenarios.map((scenario) => {
    const mail = scenario.envelopes.map((sent): Mail => {
      return { envelope: matcherEnvelope(sent), outcome: sent.outcome, rule: sent.rule ?? undefined };
    });
    return { ...openCase(scenario, release), mail };
  });
}

/** A rule set behind listeners that anybody can reach, this machine included. */
function openCase(
  scenario: Pick<Scenario, "text" | "files">,
  release: string,
): Omit<RouteCase, "mail"> & { readonly listeners: readonly Listener[] } {
  const text = scenario.text.replaceAll("listen on lo ", "listen on 0.0.0.0 ");
  const { model, ruleset } = openRuleset(text, scenario, parseRelease(release) ?? newestRelease);
  const listeners = model.listeners.map(listenerOf);
  return { text, ruleset, listeners, routes: findRoutes(model, listeners, ruleset) };
}

/** Whether there is a listener for the session of an envelope. */
function canCome({ source, tag, tls, authenticated }: Envelope, listeners: readonly Listener[]): boolean {
  return listeners.some((listener) => {
    if (listener.tag !== tag) return false;
    if (source === "local") return listener.exposure === "socket";
    return authenticated || tls ? listener.auth !== "none" : listener.exposure !== "socket";
  });
}

/** The routes that mail is on: there is to be one. */
export function routesOf({ routes, forwarded }: Routes, { envelope }: Mail): readonly Route[] {
  return (envelope.internal ? forwarded : routes).filter((route) => isOnRoute(route, envelope) === true);
}

/** What is wrong with what the routes say of mail; undefined where nothing is, or where nothing can be told. */
export function faultOf(mail: Mail, { text, ruleset, routes }: RouteCase): string | undefined {
  const [route, ...others] = routesOf(routes, mail);
  const about = `${JSON.stringify(mail.envelope)}\n${text}`;
  if (route === undefined || others.length > 0) return `on ${others.length + (route ? 1 : 0)} routes: ${about}`;
  const step = stepFor(route, mail.envelope);
  if (step === undefined || mail.outcome === "unknown") return undefined;
  const rule = ruleset.rules.find(({ number }) => number === mail.rule);
  if (agrees(step, mail.outcome, rule)) return undefined;
  return `${step.outcome} by ${step.rules.map(({ number }) => number)}, not ${mail.outcome} by ${mail.rule}: ${about}`;
}

const decisions: Readonly<Record<RouteOutcome, Outcome>> = {
  delivered: "action",
  relayed: "action",
  rejected: "reject",
  "no-match": "no-match",
  "temporary-failure": "temporary-failure",
};

/** A daemon does not say which rule failed. Where some mail is rejected and the rest not matched, no rule is named. */
function agrees({ outcome, rules, action }: RouteStep, decided: Outcome, rule: MatchRule | undefined): boolean {
  if (outcome === "temporary-failure") return decided === outcome;
  if (rules.length > 0) return rule !== undefined && rules.includes(rule) && decisions[outcome] === decided;
  const refused = decided === "no-match" || (outcome === "rejected" && decided === "reject");
  return refused && action === undefined;
}

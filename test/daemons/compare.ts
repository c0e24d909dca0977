import { buildModel, parseConfiguration, parseRelease } from "smtpd-conf";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { decide } from "../../packages/smtpd-conf/src/runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../../packages/smtpd-conf/src/runtime/envelope.ts";
import type { Condition } from "../../packages/smtpd-conf/src/runtime/match-rule.ts";
import { buildRuleset, type Ruleset } from "../../packages/smtpd-conf/src/runtime/ruleset.ts";
import type { TableAnswer } from "../../packages/smtpd-conf/src/runtime/table.ts";
import type { SentEnvelope } from "./generator/envelopes.ts";
import type { Scenario } from "./generator/scenario.ts";
import { type Answer, type Lookup, serverAddresses, serverName } from "./protocol.ts";

/** What the matcher says of an envelope, in the daemon's terms. */
export interface Opinion extends Omit<Answer, "reply"> {
  /** Whether it could tell for every table that was asked. */
  readonly certain: boolean;
}

/** The matcher's opinions about the envelopes of a scenario, for a release such as `7.9`. */
export function askMatcher({ text, files, envelopes }: Scenario, release: string): readonly Opinion[] {
  const target = parseRelease(release);
  if (target === undefined) throw new Error(`no such release: ${release}`);
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  const machine = { hostname: serverName, addresses: serverAddresses };
  const ruleset = buildRuleset(model, { machine, tableFiles: tableFilesOf(files) });
  return envelopes.map((envelope) => opinionOf(ruleset, matcherEnvelope(envelope)));
}

/** Sessions on the socket count as logged in, under no name, and come from a host with the server's name. */
export function matcherEnvelope(sent: SentEnvelope): Envelope {
  const { source, username = "", tag, helo, mailFrom, rcptTo } = sent;
  const local = source === "local";
  return {
    ...plainEnvelope,
    source: source.includes(":") ? `[${source}]` : source,
    rdns: local ? serverName : sent.rdns,
    helo,
    tls: sent.tls ?? false,
    authenticated: local || username !== "",
    username,
    tag,
    mailFrom,
    rcptTo,
  };
}

/** The decision, with the tables that were asked on the way. */
function opinionOf(ruleset: Ruleset, envelope: Envelope): Opinion {
  const lookups: Lookup[] = [];
  let certain = true;
  const note = (lookup: Omit<Lookup, "found">, answer: TableAnswer) => {
    certain &&= answer !== "unknown";
    lookups.push({ ...lookup, found: answer === "match" });
  };
  const watched = ruleset.rules.map((rule) => {
    return { ...rule, conditions: rule.conditions.map((condition) => watch(condition, note)) };
  });
  const { outcome, rule } = decide({ ...ruleset, rules: watched }, envelope);
  const decided = outcome === "action" || outcome === "reject";
  return { outcome, rule: decided ? (rule?.number ?? null) : null, lookups, certain };
}

type Note = (lookup: Omit<Lookup, "found">, answer: TableAnswer) => void;

/** The same condition, which says what it looks up. */
function watch(condition: Condition, note: Note): Condition {
  const { matcher, table, name, service = "" } = condition;
  if (matcher === undefined || table === undefined) return condition;
  const watching: Condition["matcher"] = (key) => {
    const answer = matcher(key);
    const asked = name === "auth" && service === "string" && key.includes("@") ? "mailaddr" : service;
    note({ key, service: asked, table: table.name.replace(/^<(.*)>$/, "$1") }, answer);
    return answer;
  };
  return { ...condition, matcher: watching };
}

/** How an opinion goes together with an answer; `open` where the matcher knows that it cannot tell. */
export function compare(opinion: Opinion, answer: Answer): "equal" | "different" | "open" {
  if (opinion.outcome === "unknown") return "open";
  const same = opinion.outcome === answer.outcome && opinion.rule === answer.rule;
  const sameWay = !opinion.certain || sameLookups(opinion.lookups, answer.lookups);
  return same && sameWay ? "equal" : "different";
}

function sameLookups(ours: readonly Lookup[], theirs: readonly Lookup[]): boolean {
  const text = (lookups: readonly Lookup[]) => JSON.stringify(lookups).toLowerCase();
  return text(ours) === text(theirs);
}

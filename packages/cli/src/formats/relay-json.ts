import type { Access, Envelope, Listener, MatchRule, Model, RelayWitness } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { ProvenRelay } from "../proven-relay.ts";
import { type Indexes, openIndexes } from "./block.ts";
import { isCertain } from "./describe-relay.ts";
import { linePlace } from "./line-place.ts";
import { dialogueOf } from "./relay-dialogue.ts";

/** The answer for programs, described by `schema/relay.schema.json`: one witness a line, and one kind of access. */
export function writeRelay({ proof, access, model }: ProvenRelay, output: Output): void {
  const placing: Placing = { model, indexOf: openIndexes() };
  const witnesses = proof.witnesses.map((witness) => shownWitness(witness, placing));
  const answer = `"answer":${JSON.stringify(proof.answer)}`;
  output.write(`{"version":1,${answer},"witnesses":${lines(witnesses)},`);
  output.write(`"access":${lines(access.map((one) => shownAccess(one, placing)))}}\n`);
}

interface Placing {
  readonly model: Model;
  readonly indexOf: Indexes;
}

/** A list with an entry a line. */
function lines(entries: readonly object[]): string {
  return `[${entries.map((entry) => `\n${JSON.stringify(entry)}`).join(",")}\n]`;
}

function shownWitness(witness: RelayWitness, placing: Placing) {
  const { listener, rule, envelope, domains, tables, filters } = witness;
  return {
    listener: shownListener(listener, placing),
    ...shownRule(rule, placing),
    action: rule.action,
    certain: isCertain(witness),
    domains,
    tables: namesOf(tables),
    filters: filters.map(({ name }) => name.value),
    envelope: shownEnvelope(envelope),
    dialogue: dialogueOf(witness),
  };
}

function shownAccess({ party, recipients, listeners, ways, complete, filters }: Access, placing: Placing) {
  return {
    party,
    recipients,
    listeners: listeners.map((listener) => shownListener(listener, placing)),
    complete,
    filters: filters.map(({ name }) => name.value),
    ways: ways.map(({ outcome, rule, tables, envelope }) => ({
      outcome,
      ...(rule === undefined ? { rule: null, line: null } : shownRule(rule, placing)),
      certain: tables.length === 0,
      tables: namesOf(tables),
      envelope: shownEnvelope(envelope),
    })),
  };
}

function shownListener({ directive, exposure }: Listener, { model, indexOf }: Placing) {
  return { ...linePlace(directive, model.configuration.sources, indexOf), exposure };
}

function shownRule({ number, directive }: MatchRule, { model, indexOf }: Placing) {
  return { rule: number, ...linePlace(directive, model.configuration.sources, indexOf) };
}

function namesOf(tables: RelayWitness["tables"]): readonly string[] {
  return tables.map(({ name }) => name);
}

/** With the keys that `smtpd-lint match --envelopes` reads. On the socket there is neither a name to look up nor a login. */
function shownEnvelope({ source, rdns, tag, helo, mailFrom, rcptTo, authenticated, username }: Envelope) {
  const socket = source === "local";
  return {
    src: source,
    rdns: socket ? null : (rdns ?? null),
    ...(authenticated && !socket ? { auth: username } : {}),
    tag,
    helo,
    mail_from: mailFrom,
    rcpt_to: rcptTo,
  };
}

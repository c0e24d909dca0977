import type { Analysis } from "../analysis/analysis.ts";
import type { RelayWitness } from "../analysis/relay-proof.ts";
import { type RelayTrust, trustedOption, trustOf } from "../analysis/relay-trust.ts";
import type { Span } from "../parser/source.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { CheckContext, Visitor } from "./check.ts";
import type { RelatedPlace } from "./diagnostic.ts";
import { firstToken } from "./place.ts";

/** A rule that relays for strangers, with the mail that shows it. */
export interface RelayFinding {
  readonly rule: MatchRule;
  readonly witness: RelayWitness;
  /** The smallest place that shows what the rule trusts. */
  readonly span: Span;
}

/**
 * Reports the rules that relay for strangers because they trust one kind of thing. Each is reported once, with the first
 * listener that it can be reached through. Listeners that only a private network reaches, or that any client may tell where
 * it comes from, have rules of their own, and so have rules that relay to some domains only.
 */
export function relayFindings(
  { analysis }: CheckContext,
  trust: RelayTrust,
  found: (finding: RelayFinding) => void,
): Visitor {
  return {
    end: () => {
      const open = publicWitnesses(analysis).filter(toAnyDomain);
      for (const finding of findingsFrom(open)) if (trustOf(finding.rule) === trust) found(finding);
    },
  };
}

/** Reports the rules that relay to any domain, but only for those strangers who are on a private network. */
export function privateRelayFindings({ analysis }: CheckContext, found: (finding: RelayFinding) => void): Visitor {
  return {
    end: () => {
      const open = new Set(publicWitnesses(analysis).map(({ rule }) => rule));
      const inside = certainWitnesses(analysis).filter(({ rule }) => !open.has(rule));
      findingsFrom(inside.filter(toAnyDomain)).forEach(found);
    },
  };
}

/** Reports the rules that relay for strangers to some foreign domains, but not to any. */
export function craftedRelayFindings({ analysis }: CheckContext, found: (finding: RelayFinding) => void): Visitor {
  return {
    end: () => {
      const witnesses = publicWitnesses(analysis);
      const open = new Set(witnesses.filter(toAnyDomain).map(({ rule }) => rule));
      findingsFrom(witnesses.filter(({ rule }) => !open.has(rule))).forEach(found);
    },
  };
}

function toAnyDomain({ domains }: RelayWitness): boolean {
  return domains === "any";
}

/** The ways that depend neither on tables that are not known nor on what a client may say of its own address. */
function certainWitnesses(analysis: Analysis): readonly RelayWitness[] {
  return analysis.relay().witnesses.filter(({ tables, listener, envelope }) => {
    return tables.length === 0 && !(listener.proxied && ["127.0.0.1", "local"].includes(envelope.source));
  });
}

/** Behind a proxy, a private address takes connections from everywhere. */
function publicWitnesses(analysis: Analysis): readonly RelayWitness[] {
  return certainWitnesses(analysis).filter(({ listener }) => listener.exposure !== "private" || listener.proxied);
}

/** One finding for each rule, with the first of its witnesses. */
function findingsFrom(witnesses: readonly RelayWitness[]): readonly RelayFinding[] {
  const byRule = new Map<MatchRule, RelayWitness>();
  for (const witness of witnesses) if (!byRule.has(witness.rule)) byRule.set(witness.rule, witness);
  return [...byRule].map(([rule, witness]) => ({ rule, witness, span: spanOf(rule) }));
}

/** The option that lets strangers in; where none was written, the word `match`. */
function spanOf(rule: MatchRule): Span {
  return trustedOption(rule) ?? firstToken(rule.directive);
}

/** `RCPT TO:<…>` and what comes before it, as a client would say it that shows the way. */
export function dialogueOf({ envelope, greeting }: RelayWitness): string {
  const words = [
    `${greeting.toUpperCase()} ${envelope.helo}`,
    `MAIL FROM:<${envelope.mailFrom}>`,
    `RCPT TO:<${envelope.rcptTo}>`,
  ];
  return words.join(", ");
}

/** The listener that a witness comes in by. */
export function listenerPlace({ listener }: RelayWitness): RelatedPlace {
  return { span: firstToken(listener.directive), message: "Strangers connect here." };
}

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
 * it comes from, have rules of their own.
 */
export function relayFindings(
  { analysis }: CheckContext,
  trust: RelayTrust,
  found: (finding: RelayFinding) => void,
): Visitor {
  return {
    end: () => {
      const seen = new Set<MatchRule>();
      for (const witness of analysis.relay().witnesses) {
        const { rule } = witness;
        if (!isCertain(witness) || seen.has(rule) || trustOf(rule) !== trust) continue;
        seen.add(rule);
        found({ rule, witness, span: spanOf(rule) });
      }
    },
  };
}

function isCertain({ tables, domains, listener, envelope }: RelayWitness): boolean {
  if (tables.length > 0 || domains !== "any" || listener.exposure === "private") return false;
  return !(listener.proxied && envelope.source === "127.0.0.1");
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

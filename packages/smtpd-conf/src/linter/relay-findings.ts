import type { RelayWitness } from "../analysis/relay-proof.ts";
import { isNarrow } from "../analysis/strangers.ts";
import type { Option } from "../parser/ast/nodes.ts";
import type { Span } from "../parser/source.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import { parseNetwork } from "../runtime/network.ts";
import type { CheckContext, Visitor } from "./check.ts";
import type { RelatedPlace } from "./diagnostic.ts";
import { firstToken } from "./place.ts";

/** What a stranger has to say or have so that a rule relays: a sender, a greeting, a name, a large network, or nothing. */
export type RelayTrust = "sender" | "helo" | "rdns" | "network" | "nothing";

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
        found({ rule, witness, span: spanOf(rule, trust) });
      }
    },
  };
}

function isCertain({ tables, domains, listener, envelope }: RelayWitness): boolean {
  if (tables.length > 0 || domains !== "any" || listener.exposure === "private") return false;
  return !(listener.proxied && envelope.source === "127.0.0.1");
}

/** What a rule asks of a client that is not about addresses that it knows. */
function trustOf({ conditions }: MatchRule): RelayTrust {
  const asked = conditions.filter(({ negated, table }) => !negated && table !== undefined);
  const asks = (subject: Condition["subject"]) =>
    asked.some((condition) => condition.subject === subject && !isForAll(condition));
  if (asks("sender")) return "sender";
  if (asks("rdns")) return "rdns";
  if (asks("helo")) return "helo";
  return asked.some(isWideNetwork) ? "network" : "nothing";
}

/** Entries that everything matches. */
function isForAll({ table, service }: Condition): boolean {
  const all = service === "mailaddr" ? ["@", ""] : service === "domain" ? ["*"] : [];
  return table?.kind === "KnownTable" && table.keys.some((key) => all.includes(key));
}

/** `from src` with a network that is too large to be known, but is not the whole internet. */
function isWideNetwork({ subject, table, option }: Condition): boolean {
  if (subject !== "source" || option?.name !== "src" || table?.kind !== "KnownTable") return false;
  const networks = table.keys.flatMap((key) => parseNetwork(key) ?? []);
  return networks.some((network) => !isNarrow(network));
}

const names: Readonly<Record<RelayTrust, readonly Option["name"][]>> = {
  sender: ["mail-from"],
  helo: ["helo"],
  rdns: ["rdns"],
  network: ["src"],
  nothing: ["any", "src"],
};

/** The option that lets strangers in; where none was written, the word `match`. */
function spanOf({ directive }: MatchRule, trust: RelayTrust): Span {
  const option = directive.conditions.find(({ name, scope }) => names[trust].includes(name) && scope?.value !== "for");
  return option ?? firstToken(directive);
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

import type { Condition } from "../runtime/match-rule.ts";
import { addressBits, parseNetwork } from "../runtime/network.ts";
import type { KnownTable } from "../runtime/table.ts";
import { findsAllOf } from "./condition-on-names.ts";
import { type Literal, wantsEntry } from "./literal.ts";

/**
 * Whether a literal plainly forbids what a condition of a rule asks for: each entry of the condition's table stands, word
 * for word, in the one that the literal is against, or an expression of that finds all that it finds. Where it says no,
 * they may still contradict each other.
 */
export function forbids(one: Literal, condition: Condition): boolean {
  const { table: against } = one.condition;
  const { table, negated } = condition;
  if (negated || table?.kind !== "KnownTable" || against?.kind !== "KnownTable" || wantsEntry(one)) return false;
  const isForbidden = forbiddenEntries(one.condition, against, condition);
  return isForbidden !== undefined && table.keys.every(isForbidden);
}

/** Tells which entries of a condition a literal is against; undefined where the two are about different things. */
function forbiddenEntries(
  { subject, service, matcher }: Condition,
  against: KnownTable,
  condition: Condition,
): ((key: string) => boolean) | undefined {
  const listed = entriesOf(against);
  if (condition.subject === "recipient" && condition.service === "mailaddr" && subject === "domain") {
    return service === "domain" ? (key) => key.includes("@") && listed.has(domainOf(key)) : undefined;
  }
  if (condition.subject !== subject || condition.service !== service) return undefined;
  if (service === "regex") return (key) => listed.has(key) || findsAllOf(key, against);
  if (subject !== "source") return (key) => listed.has(key);
  return (key) => listed.has(key) || (isOneAddress(key) && matcher?.(key) === "match");
}

function domainOf(key: string): string {
  return key.slice(key.lastIndexOf("@") + 1);
}

function isOneAddress(key: string): boolean {
  const network = parseNetwork(key);
  return network !== undefined && network.bits === addressBits[network.family];
}

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

function entriesOf({ keys }: KnownTable): ReadonlySet<string> {
  const entries = known.get(keys) ?? new Set(keys);
  known.set(keys, entries);
  return entries;
}

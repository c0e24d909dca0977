import { matchesDomain } from "../runtime/domain-pattern.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { KnownTable } from "../runtime/table.ts";
import type { RecipientClass } from "./recipient-classes.ts";

/** Whether all mail of a kind meets a condition, or none, or perhaps some. */
export type Standing = "always" | "never" | "open";

/**
 * How a condition about domains or recipients stands towards a class of recipients, as far as that shows at once from how
 * the classes are made: domains that rules list are in a class of their own. Undefined where it takes a search.
 */
export function standingTowards(recipients: RecipientClass, condition: Condition): Standing | undefined {
  const standing = positiveStanding(recipients, condition);
  if (!condition.negated || standing === undefined || standing === "open") return standing;
  return standing === "always" ? "never" : "always";
}

function positiveStanding(recipients: RecipientClass, condition: Condition): Standing | undefined {
  const { subject, service, table } = condition;
  const { kind, names } = recipients;
  if (subject === "domain" && kind === "domains") return standingOfDomain(names[0] ?? "", condition);
  if (table?.kind !== "KnownTable" || (table.name.startsWith("<") && !table.name.startsWith("<dynamic:")))
    return undefined;
  if (subject === "domain" && service === "domain")
    return table.keys.every((key) => isElsewhere(key, recipients)) ? "never" : undefined;
  if (subject !== "recipient" || service !== "mailaddr") return undefined;
  if (kind === "domains") return standingOfAddresses(names, table);
  return table.keys.every((key) => key.includes("@") && isElsewhere(splitMailAddress(key).domain, recipients))
    ? "never"
    : undefined;
}

/** No condition about domains tells those of one class apart. */
function standingOfDomain(domain: string, { matcher }: Condition): Standing {
  const answer = matcher?.(domain);
  if (answer === "match") return "always";
  return answer === "no-match" ? "never" : "open";
}

/** Whether an entry is for domains of other classes only: it is listed, or a pattern with a class of its own. */
function isElsewhere(entry: string, { kind }: RecipientClass): boolean {
  if (entry === "") return false;
  if (!entry.includes("*")) return true;
  return (kind === "other" || kind === "table") && /^\*\.[^*]+$/.test(entry);
}

function standingOfAddresses(domains: readonly string[], { keys }: KnownTable): Standing | undefined {
  const entries = keys.map(splitMailAddress);
  const about = entries.filter(({ domain }) => domain === "" || domains.some((name) => matchesDomain(name, domain)));
  if (about.length === 0) return "never";
  const all = about.some(
    ({ user, domain }) => user === "" && (domain === "" || domains.every((name) => matchesDomain(name, domain))),
  );
  return all ? "always" : undefined;
}

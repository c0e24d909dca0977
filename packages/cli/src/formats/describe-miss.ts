import type { Condition, Envelope, Miss } from "smtpd-conf";

/** Why a rule does not match an envelope: what its condition found instead, in a sentence. */
export function describeMiss({ condition, value }: Pick<Miss, "condition" | "value">, envelope: Envelope): string {
  const fact = factAbout(condition, value, envelope);
  const assumed = condition.option === undefined ? assumptions[condition.table?.name ?? ""] : undefined;
  return assumed === undefined ? capitalized(`${fact}.`) : `${assumed}, and ${fact}.`;
}

/** What a rule means that leaves something out. */
const assumptions: Readonly<Record<string, string>> = {
  "<localhost>": 'A rule without "from" takes mail from this machine alone',
  "<localnames>": 'A rule without "for" takes mail for the names of this machine alone',
};

function factAbout(condition: Condition, value: string | undefined, { source }: Envelope): string {
  switch (condition.subject) {
    case "tag":
      return value === "" ? "the listener has no tag" : `the tag of the listener is "${value}"`;
    case "source":
    case "socket":
      return value === "local" ? "the mail comes through the socket" : `the client is ${value}`;
    case "rdns":
    case "filter-rdns":
      return aboutReverseName(condition, value);
    case "domain":
      return `the domain of the recipient is "${value}"`;
    case "helo":
      return value === "" ? "there is no HELO name" : `the HELO name is "${value}"`;
    case "authenticated":
    case "filter-login":
      if (!condition.negated) return "the client has not logged in";
      return source === "local" ? "sessions on the socket count as logged in" : "the client has logged in";
    case "username":
      return aboutUser(value);
    case "tls":
      return "smtpd cannot tell whether TLS is used";
    case "sender":
    case "filter-sender":
      return value === "@" ? "the sender is empty, as bounces have it" : `the sender is "${value}"`;
    case "fcrdns":
      return "the name of the client's address does not lead back to it";
    case "recipient":
      return `the recipient is "${value}"`;
  }
}

function aboutReverseName({ table, negated }: Condition, value: string | undefined): string {
  if (value !== undefined) return `the address of the client is called "${value}"`;
  const nameless = "the address of the client has no name";
  return table !== undefined && negated
    ? `${nameless}, which matches neither a name nor the negation of one`
    : nameless;
}

function aboutUser(value: string | undefined): string {
  if (value === undefined) return "the client has not logged in";
  return value === "" ? "sessions on the socket have no user" : `the client has logged in as "${value}"`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Change } from "./change.ts";
import type { KeywordName } from "./keywords.ts";
import type { OptionInfo } from "./option-info.ts";
import type { Availability } from "./releases.ts";

/** A stage of the SMTP session at which a filter can look, and what it can look at by then. */
export interface PhaseInfo extends Availability {
  readonly name: KeywordName;
  readonly conditions: readonly FilterConditionName[];
  readonly decisions: readonly FilterDecisionName[];
  readonly manual: string;
  readonly changes?: readonly Change[];
}

/** What a filter can look at. smtpd checks neither the kind nor the service of the tables used here. */
export const filterConditions = [
  {
    name: "fcrdns",
    argument: "none",
    manual:
      "Clients whose name in the reverse DNS leads back to their address. It takes no table; `!fcrdns`, the usual form, also catches clients whose look-up failed. Home connections often fail it, so keep it off submission listeners.",
  },
  {
    name: "rdns",
    argument: "table",
    optional: true,
    regexSince: "6.6.0",
    placeholder: "hostname",
    services: ["domain"],
    manual:
      "Clients whose address has a name in the reverse DNS, or with a table one of these names. Here, unlike in rules, wildcards such as `*.example.org` work. A client without a name is compared as `<unknown>`.",
  },
  {
    name: "src",
    argument: "table",
    regexSince: "6.6.0",
    placeholder: "address",
    services: ["netaddr"],
    manual:
      "Clients with these addresses or networks, as `192.0.2.0/24` or `2001:db8::/32`. An entry that is no address never matches, and `192.168` without a prefix is `192.168.0.0/24`.",
  },
  {
    name: "helo",
    argument: "table",
    regexSince: "6.6.0",
    placeholder: "helo-name",
    services: ["domain"],
    manual:
      "Clients that greet with this name in HELO or EHLO; wildcards such as `*.example.org` work. It is compared as the client sent it, also where an earlier filter has rewritten it.",
  },
  {
    name: "auth",
    argument: "table",
    optional: true,
    since: "6.7.1",
    regexSince: "6.7.1",
    placeholder: "username",
    services: ["string", "credentials"],
    manual:
      "Clients that have logged in, or with a table those of these users. Mail from the local socket counts as not logged in here, unlike in rules. smtpd.conf(5) does not mention it.",
  },
  {
    name: "mail-from",
    argument: "table",
    regexSince: "6.6.0",
    placeholder: "sender",
    services: ["mailaddr"],
    manual:
      "Mail with this sender: `user@domain`, `@domain` for a whole domain, or `user` in any domain. It is compared as the client sent it. The empty sender of bounces matches only an entry that is `@` alone.",
  },
  {
    name: "rcpt-to",
    argument: "table",
    regexSince: "6.6.0",
    placeholder: "recipient",
    services: ["mailaddr"],
    manual:
      "The recipient of this command: `user@domain`, `@domain` for a whole domain, or `user` in any domain. It can be asked in the phase `rcpt-to` only, and aliases are not expanded yet.",
  },
] as const satisfies readonly OptionInfo[];

/** What a filter can do. */
export const filterDecisions = [
  {
    name: "reject",
    argument: "string",
    placeholder: "message",
    syntax: "reply",
    manual:
      "Refuses the command with this reply; the session goes on. The text must be a whole reply that begins with 4 or 5 such as `550 5.7.1 Rejected`, else the client gets 421 and is disconnected. In the phase `connect` take `disconnect` instead, since the session goes on and is useless.",
  },
  {
    name: "disconnect",
    argument: "string",
    placeholder: "message",
    syntax: "reply",
    manual:
      "Sends this reply and closes the connection. The text must be a whole reply that begins with 4 or 5 such as `421 4.7.0 Goodbye`, else the client gets `421 Internal server error`. `smtpd -n` does not look at it.",
  },
  {
    name: "rewrite",
    argument: "string",
    placeholder: "value",
    syntax: "text",
    manual:
      "Replaces what the client sent with this text and ends the phase. It makes sense in `helo`, `ehlo`, `mail-from` and `rcpt-to` only; addresses need their angle brackets, as in `<user@example.org>`. Later filters of the phase are skipped.",
  },
  {
    name: "report",
    argument: "string",
    placeholder: "parameter",
    syntax: "text",
    manual:
      "Tells the filter programs of the session this text, as an event `filter-report`, and goes on with the next filter. Nothing else happens. smtpd.conf(5) has not mentioned it since 6.7.",
  },
  {
    name: "junk",
    argument: "none",
    manual:
      "Marks the message with the header `X-Spam: Yes` and skips the later filters of the phase. Before the first recipient it marks the rest of the session. A `maildir` action sorts such mail away only with its option `junk`.",
  },
  {
    name: "bypass",
    argument: "none",
    since: "6.7.1",
    manual:
      "Skips the later filters of this phase, for this command only. The filters of all other phases still run: to let a client through entirely, put a filter with `bypass` into each of them.",
  },
] as const satisfies readonly OptionInfo[];

export type FilterConditionName = (typeof filterConditions)[number]["name"];
export type FilterDecisionName = (typeof filterDecisions)[number]["name"];

const source = ["fcrdns", "rdns", "src"] as const;
const greeting = [...source, "helo"] as const;
const login = [...greeting, "auth"] as const;
const sender = [...login, "mail-from"] as const;
const answers = ["reject", "disconnect", "rewrite", "report"] as const;
const all = [...answers, "junk", "bypass"] as const;

/** The phases of a builtin filter, in the order of an SMTP session. */
export const filterPhases = [
  {
    name: "connect",
    conditions: source,
    decisions: all,
    manual:
      "When a client has connected, before the greeting and, on an `smtps` listener, before TLS. Only the address and the reverse DNS of the client are known. Refuse with `disconnect` here: after `reject` the session stays open and useless.",
  },
  {
    name: "helo",
    conditions: greeting,
    decisions: all,
    manual:
      "When the client greets with HELO. Most clients greet with EHLO, which is a phase of its own, so a filter on the greeting is needed in both.",
  },
  {
    name: "ehlo",
    conditions: greeting,
    decisions: all,
    manual:
      "When the client greets with EHLO. It comes twice in a session with STARTTLS. A client can still greet with HELO, so a filter on the greeting is needed in both phases.",
  },
  {
    name: "auth",
    since: "6.7.1",
    conditions: login,
    decisions: all,
    manual:
      "Does not work: the filter runs when the client connects. A filter with `!auth` then turns everybody away, and one with `helo` crashes the daemon at the first connection. Use the phase `mail-from` with `!auth` instead.",
  },
  {
    name: "mail-from",
    conditions: sender,
    decisions: all,
    manual:
      "When the client names the sender with MAIL FROM. By now everything is known but the recipients, also whether the client has logged in. `junk` marks the rest of the session here.",
  },
  {
    name: "rcpt-to",
    conditions: [...sender, "rcpt-to"],
    decisions: all,
    manual:
      "When the client names a recipient with RCPT TO, once for each. The only phase that knows the recipient; rules are matched after it, so the mail may still be refused.",
  },
  {
    name: "data",
    conditions: sender,
    decisions: all,
    manual:
      "When the client is about to send the message, after all recipients. The message itself cannot be seen by phase filters: that takes a filter program.",
    changes: [{ release: "6.7.1", text: "Filters of this phase work. In 6.6 they are accepted and never match." }],
  },
  {
    name: "commit",
    conditions: sender,
    decisions: answers,
    manual:
      "When the whole message has arrived, as the last chance to refuse it; `reject` takes it out of the queue again. `junk` and `bypass` are syntax errors here.",
    changes: [{ release: "6.7.1", text: "Filters of this phase work. In 6.6 they are accepted and never match." }],
  },
] as const satisfies readonly PhaseInfo[];

/** What is to know of the phase of a name; undefined where there is none of that name. */
export function phaseNamed(name: string | undefined): PhaseInfo | undefined {
  return filterPhases.find((phase) => phase.name === name);
}

import type { Change } from "./change.ts";
import type { OptionInfo } from "./option-info.ts";

/** A condition of a `match` rule; `scope` is the word before it, for those that say where mail comes from or goes to. */
export interface ConditionInfo extends OptionInfo {
  readonly scope?: "from" | "for";
}

/** What `regex` before a table means, in rules and in filters. */
export const regexManual =
  "Takes the entries of the table as extended regular expressions. They are searched for anywhere unless `^` and `$` tie them, upper and lower case are the same, and one that does not compile never matches, so that its negation always does.";

const mappingAccepted: Change = { release: "7.5", text: "A mapping is accepted too; its keys are compared." };
const databaseAccepted: Change = { release: "7.3", text: "A `db` table is accepted." };

/** The conditions that stand on their own. */
export const plainConditions = [
  {
    name: "tag",
    argument: "table",
    regexSince: "6.6.0",
    family: "tag",
    placeholder: "tag",
    place: "match tag",
    manual:
      "Sessions of a listener with this tag. The tag is set by the option of the same name on the listener; one that no listener sets never matches, and smtpd does not say so.",
    changes: [
      { release: "6.7.1", text: "Mail from the socket no longer carries the tag `local` by itself." },
      databaseAccepted,
    ],
  },
  {
    name: "helo",
    argument: "table",
    regexSince: "6.6.0",
    family: "helo",
    placeholder: "helo-name",
    place: "match helo",
    manual:
      "Sessions whose client greets with this name in HELO or EHLO, with wildcards as in `for domain`. The client writes what it likes, so this proves nothing. If it greets twice, the last name counts.",
  },
  {
    name: "tls",
    argument: "none",
    family: "tls",
    manual:
      "Never works: every recipient that comes as far as a rule with `tls` or `!tls` gets 451, a temporary failure, and later rules are not tried. Put `tls-require` on the listener and ask for its tag instead.",
  },
  {
    name: "auth",
    argument: "table",
    optional: true,
    regexSince: "6.6.0",
    family: "auth",
    placeholder: "username",
    place: "match auth",
    manual:
      "Clients that have logged in, or with a table those of these users. Mail from the local socket counts as logged in. It leaves `from` at its default, `local`: for users elsewhere write `from auth` or `from any auth`.",
    changes: [
      { release: "6.7.1", text: "The form with a table works. Before, it gives a temporary failure." },
      mappingAccepted,
    ],
  },
  {
    name: "mail-from",
    argument: "table",
    regexSince: "6.6.0",
    family: "mail-from",
    placeholder: "sender",
    place: "match mail-from",
    manual:
      "Mail with this sender in the envelope: `user@domain`, `@domain` for a whole domain, or `user` in any domain. The sender is whatever the client says. `*@domain` never matches, and `from` keeps its default, `local`.",
    changes: [mappingAccepted],
  },
  {
    name: "rcpt-to",
    argument: "table",
    regexSince: "6.6.0",
    family: "rcpt-to",
    placeholder: "recipient",
    place: "match rcpt-to",
    manual:
      "Mail for this recipient: `user@domain`, `@domain` for a whole domain, or `user` in any domain. After an alias or a `.forward` file it is compared with the new address. It leaves `for` at its default, `local`.",
    changes: [mappingAccepted],
  },
] as const satisfies readonly ConditionInfo[];

/** What may follow `from`: where mail comes from. */
export const fromConditions = [
  {
    scope: "from",
    name: "local",
    argument: "none",
    family: "from",
    manual:
      "Mail from the local socket, from any address that this machine has when the daemon starts, and mail that an alias or a `.forward` file sends on. It is the default of rules without `from`. Containers and proxies on this machine count as local too.",
  },
  {
    scope: "from",
    name: "any",
    argument: "none",
    family: "from",
    manual:
      "Mail from anywhere, this machine included. Together with `for any` and an action that relays, and without `auth`, it makes an open relay.",
    changes: [
      { release: "6.6.4", text: "IPv6 clients match, as they do from 6.6.1 on. In 6.6.0 they do not." },
      { release: "7.3", text: "IPv6 clients with a link-local address no longer match." },
    ],
  },
  {
    scope: "from",
    name: "socket",
    argument: "none",
    family: "from",
    manual:
      "Mail that was submitted on this machine through the socket, by sendmail(8) or mail(1). Mail that an alias or a `.forward` file sends on does not count as such.",
    changes: [
      {
        release: "6.7.1",
        text: "It works. In 6.4 it gives a temporary failure, and in 6.6 a rule with it may crash the daemon when mail comes from the network.",
      },
    ],
  },
  {
    scope: "from",
    name: "src",
    argument: "table",
    regexSince: "6.6.0",
    family: "from",
    placeholder: "address",
    place: "match from src",
    manual:
      "Mail from clients with these addresses or networks, as `192.0.2.0/24` or `2001:db8::/32`. An entry that is no address never matches, and `192.168` without a prefix is `192.168.0.0/24`. An empty file is a mapping and refused; `# @list` makes it a list.",
  },
  {
    scope: "from",
    name: "rdns",
    argument: "table",
    optional: true,
    since: "6.6.0",
    regexSince: "6.6.0",
    family: "from",
    placeholder: "hostname",
    place: "match from rdns",
    manual:
      "Mail from clients whose address has a name in the reverse DNS, or with a table one of these names. Names are compared as a whole and wildcards never match; use `regex` for them. A client without a name matches neither the form with a table nor its negation.",
  },
  {
    scope: "from",
    name: "auth",
    argument: "table",
    optional: true,
    since: "6.7.1",
    regexSince: "6.7.1",
    family: "from",
    placeholder: "username",
    place: "match from auth",
    manual:
      "Clients anywhere that have logged in, or with a table those of these users: `from any` and `auth` in one. `!from auth` means from anywhere without a login. A mapping is refused here, also where `auth` alone takes one.",
  },
  {
    scope: "from",
    name: "mail-from",
    argument: "table",
    since: "6.7.1",
    regexSince: "6.7.1",
    family: "from",
    placeholder: "sender",
    place: "match from mail-from",
    manual:
      "Mail from anywhere with this sender in the envelope: `from any` and `mail-from` in one. Anybody can write any sender, so such a rule must not relay. It silently replaces a `mail-from` further left.",
    changes: [mappingAccepted],
  },
] as const satisfies readonly ConditionInfo[];

/** What may follow `for`: where mail goes to. */
export const forConditions = [
  {
    scope: "for",
    name: "local",
    argument: "none",
    family: "for",
    manual:
      "Mail for `localhost`, for the server name, and for the addresses of this machine as domain. It is the default of rules without `for`. The short host name is not among them unless it is the server name.",
    changes: [
      {
        release: "7.5",
        text: "`user@[192.0.2.1]` is no longer local. `user@192.0.2.1`, without the brackets, still is.",
      },
    ],
  },
  {
    scope: "for",
    name: "any",
    argument: "none",
    family: "for",
    manual:
      "Mail for any domain, local ones included. Rules for local domains must stand further up, since the first rule that matches wins.",
  },
  {
    scope: "for",
    name: "domain",
    argument: "table",
    regexSince: "6.6.0",
    family: "for",
    placeholder: "domain",
    place: "match for domain",
    manual:
      "Mail for these domains. `*.example.org` is any one label before `example.org`: neither `example.org` itself nor `a.b.example.org`. Entries with an `@` never match, and a mapping is refused in every release.",
  },
  {
    scope: "for",
    name: "rcpt-to",
    argument: "table",
    since: "6.7.1",
    regexSince: "6.7.1",
    family: "for",
    placeholder: "recipient",
    place: "match for rcpt-to",
    manual:
      "Mail for these recipients in any domain: `for any` and `rcpt-to` in one. `!for rcpt-to` means everybody but these, whatever the domain. It silently replaces a `rcpt-to` further left.",
    changes: [mappingAccepted],
  },
] as const satisfies readonly ConditionInfo[];

import type { Availability } from "./releases.ts";

/** How the daemon finds the entry for a key in its own kinds of table. */
export type Comparison = "exact" | "domain" | "network" | "mail address" | "regex" | "program";

/** What a table is asked for, and how its entries must be written for that. */
export interface LookupServiceInfo extends Availability {
  /** The name under which table programs know the service. */
  readonly name: string;
  /** What is looked up. */
  readonly key: string;
  /** What the entry gives; absent where it only matters that there is one. */
  readonly value?: string;
  readonly comparison: Comparison;
  /** One entry as it stands in the file of a table. */
  readonly example: string;
  readonly manual: string;
}

/**
 * The lookup services of table(5) (`table_parse_lookup()` in table.c). Keys are lower-cased before they are compared,
 * values are kept as they are.
 */
export const lookupServices = [
  {
    name: "alias",
    key: "user name, or a whole address in a virtual table",
    value: "users, addresses, files, commands, separated by commas",
    comparison: "exact",
    example: "postmaster: root, admin@example.org",
    manual:
      "A name and the targets that it stands for, separated by commas: `user`, `user@domain`, `/file`, `|command`, `:include:/file`, or `error:550 text`. One wrong target makes the whole entry fail with a temporary error.",
  },
  {
    name: "domain",
    key: "domain or host name",
    comparison: "domain",
    example: "*.example.org",
    manual:
      "A domain or host name. `*` stands for everything up to the next character of the pattern: `*.example.org` is any one label before `example.org`, but neither `example.org` itself nor `a.b.example.org`. List all of them.",
  },
  {
    name: "credentials",
    key: "user name, or the label of a relay URL",
    value: "password, or user:password",
    comparison: "exact",
    example: "alice $2b$10$abcdefghijklmnopqrstuv",
    manual:
      "For a listener, a user and the crypt(3) hash of the password. For a relay, a label and `user:password` in clear text. Nobody but the daemon should be able to read the file, and smtpd does not check that.",
  },
  {
    name: "netaddr",
    key: "address of a client",
    comparison: "network",
    example: "192.0.2.0/24",
    manual:
      "An IPv4 or IPv6 address with an optional prefix, as `192.0.2.0/24` or `2001:db8::/32`; the brackets of an IPv6 address enclose the prefix too. Without a prefix, `192.168` means `192.168.0.0/24`. What is no address never matches.",
  },
  {
    name: "userinfo",
    key: "user name",
    value: "uid:gid:home",
    comparison: "exact",
    example: "vmail 2000:2000:/var/vmail",
    manual:
      "A user with numeric user and group id and a home directory, as `uid:gid:home`. It is not a line of passwd(5), and the name may have no colon.",
  },
  {
    name: "source",
    key: "none: the entries are taken in turn",
    value: "local address",
    comparison: "exact",
    example: "192.0.2.10",
    manual:
      "A plain IPv4 or IPv6 address of this machine. The entries are taken in turn, in sorted order; IPv6 works without brackets up to 7.4 and in any form from 7.8 on. A `db` table cannot be read in turn and gives none.",
  },
  {
    name: "mailaddr",
    key: "mail address",
    comparison: "mail address",
    example: "@example.org",
    manual:
      "`user@domain`, `@domain` for a whole domain, `user` for that user in any domain, or `@` alone for everybody. Domains can have wildcards, users cannot: `*@example.org` never matches. `user` also stands for `user+tag`.",
  },
  {
    name: "addrname",
    key: "local address, IPv6 in brackets",
    value: "host name",
    comparison: "exact",
    example: "192.0.2.10 mail.example.org",
    manual:
      "A local address, IPv6 in brackets, and the host name to use with it. Up to 7.7 the look-up of IPv6 addresses fails. A file can have `[2001:db8::1]` as a key from 7.6 on.",
  },
  {
    name: "mailaddrmap",
    key: "user name",
    value: "mail addresses, separated by commas",
    comparison: "exact",
    example: "alice alice@example.org, @alice.example.net",
    manual:
      "A user and the sender addresses that this user may use, separated by commas. Each can be `user@domain`, `@domain` for a whole domain, or `@` for any sender, the empty one included.",
  },
  {
    name: "relayhost",
    key: "domain, or none where the entries are taken in turn",
    value: "relay URL",
    comparison: "exact",
    example: "example.org smtp+tls://mail.example.org",
    manual:
      "For `host`, a list of relay URLs that are taken in turn, in sorted order. For `domain`, a mapping of domains to relay URLs, without wildcards. In a file, a list of URLs needs the line `# @list` at its top.",
  },
  {
    name: "string",
    key: "tag or user name",
    comparison: "exact",
    example: "alice",
    manual: "Any text, compared as a whole. Upper and lower case are the same. There are no wildcards.",
  },
  {
    name: "regex",
    since: "6.6.0",
    key: "what the condition looks at",
    comparison: "regex",
    example: "^mx[0-9]+\\.example\\.org$",
    manual:
      "A POSIX extended regular expression, searched for anywhere unless `^` and `$` tie it. The pattern is lower-cased, so that `\\S` becomes `\\s` and `\\W` becomes `\\w`. One that does not compile never matches.",
  },
  {
    name: "auth",
    since: "7.6",
    key: "user:password",
    comparison: "program",
    example: "alice:secret",
    manual:
      "Asks a table program whether user and password belong together. No other kind of table offers it. From 7.6 to 7.8 the program gets both in lower case.",
  },
] as const satisfies readonly LookupServiceInfo[];

export type LookupService = (typeof lookupServices)[number]["name"];

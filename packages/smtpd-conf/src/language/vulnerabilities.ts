import type { Availability, Release } from "./releases.ts";

/**
 * What a configuration must have for a vulnerability to be of concern. `everything`: nothing in particular. `delivery`: an
 * action that delivers on this machine. `mailbox`: one with `mbox` or `lmtp`. `ipv6`: a listener that neighbours can reach
 * over IPv6. `program-table`: a table that a program serves.
 */
export type Exposure =
  | "everything"
  | "delivery"
  | "mailbox"
  | "relay"
  | "regex"
  | "listener-filter"
  | "ipv6"
  | "program-table";

/** A vulnerability of smtpd that was made public. */
export interface VulnerabilityInfo extends Availability {
  /** The name that advisories use, where they have one. */
  readonly id: string;
  /** The last release that has it. */
  readonly until: Release;
  /** The first version without it. */
  readonly fixedIn: string;
  readonly exposure: Exposure;
  /** What comes of it, in the middle of a sentence. */
  readonly effect: string;
}

/** The vulnerabilities of the releases from 6.4 on, oldest first (CVE, OpenBSD's errata, CHANGES.md of OpenSMTPD). */
export const vulnerabilities: readonly VulnerabilityInfo[] = [
  {
    id: "CVE-2020-7247",
    until: "6.6.0",
    fixedIn: "6.6.2",
    exposure: "delivery",
    effect: "a sender address runs commands, as root where mail goes to mbox",
  },
  {
    id: "CVE-2020-8793",
    until: "6.6.0",
    fixedIn: "6.6.4",
    exposure: "everything",
    effect: "users of the machine read the files of others",
  },
  {
    id: "CVE-2020-8794",
    until: "6.6.0",
    fixedIn: "6.6.4",
    exposure: "relay",
    effect: "a server that mail is sent to runs commands here",
  },
  {
    id: "the privilege escalation mended in 6.7",
    until: "6.6.4",
    fixedIn: "6.7",
    exposure: "mailbox",
    effect: "deliveries by mbox and lmtp give users rights that they should not have",
  },
  {
    id: "CVE-2020-35679",
    since: "6.6.0",
    until: "6.7.1",
    fixedIn: "6.8.0p1",
    exposure: "regex",
    effect: "each comparison with a regular expression loses memory, until there is none left",
  },
  {
    id: "CVE-2020-35680",
    since: "6.6.0",
    until: "6.7.1",
    fixedIn: "6.8.0p1",
    exposure: "listener-filter",
    effect: "a client stops the daemon while filters work",
  },
  {
    id: "CVE-2023-29323",
    until: "6.8.0",
    fixedIn: "7.3",
    exposure: "ipv6",
    effect: "a client with a link-local IPv6 address stops the daemon",
  },
  {
    id: "OpenBSD 7.2 erratum 022",
    until: "6.8.0",
    fixedIn: "7.3",
    exposure: "everything",
    effect: "answers of a name server make the resolver read beyond its memory",
  },
  {
    id: "CVE-2025-62875",
    until: "7.7",
    fixedIn: "7.8",
    exposure: "everything",
    effect: "any user of the machine stops the daemon",
  },
  {
    id: "the request injection mended in 7.8.0p1",
    since: "7.6",
    until: "7.7",
    fixedIn: "7.8.0p1",
    exposure: "program-table",
    effect: "a newline in a name smuggles a request to the program of a table",
  },
];

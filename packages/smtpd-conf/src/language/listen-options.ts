import type { Change } from "./change.ts";
import type { OptionInfo } from "./option-info.ts";

const tls = "TLS mode";
const auth = "auth";

const verifyManual =
  "Asks the client for a certificate and drops clients without a valid one. The issuer must be in the listener's `ca`; without a `ca`, any public certificate will do.";

const pkiRequired: Change = {
  release: "7.3",
  text: "A TLS listener must name a `pki`. Up to 6.8 it takes the `pki` with the server's name, or else the one called `*`.",
};

const filterChecked: Change = {
  release: "6.6.0",
  text: "The name must be that of a filter, and a list in braces can stand in its place. 6.4 takes any name and filters nothing.",
};

const loginChanges: readonly Change[] = [
  { release: "7.6", text: "A table program that offers the service `auth` is asked whether a password is right." },
  {
    release: "7.9",
    text: "A table program gets user name and password as they were typed. From 7.6 to 7.8 both are lower-cased.",
  },
];

/** The options of `listen on INTERFACE` in the order of smtpd.conf(5). */
export const interfaceOptions = [
  {
    name: "inet4",
    argument: "none",
    family: "address family",
    default: "both families",
    manual:
      "Listens on the IPv4 addresses of the interface or host name only. With an IPv6 address in its place smtpd prints a warning, accepts the file and opens no listener at all.",
  },
  {
    name: "inet6",
    argument: "none",
    family: "address family",
    default: "both families",
    manual:
      "Listens on the IPv6 addresses of the interface or host name only. With an IPv4 address in its place smtpd prints a warning, accepts the file and opens no listener at all.",
  },
  {
    name: "port",
    argument: "port",
    family: "port",
    placeholder: "port",
    default: "25, or 465 with smtps",
    manual:
      "The TCP port to listen on: a number from 1 to 65535 or a name of services(5) such as `submission`. A number in quotes is looked up as a name and refused. One listener has one port; write a statement for each port.",
    changes: [
      {
        release: "6.6.0",
        text: "The reserved words `smtp` and `smtps` are taken as names of ports. In 6.4 they need quotes here.",
      },
    ],
  },
  {
    name: "filter",
    argument: "filters",
    family: "filter",
    placeholder: "name",
    refersTo: "filter",
    manual:
      "Sends every session of this listener through one filter or chain, or through a list in braces, in that order. The filters must be defined further up. The listener on the socket has its own option: without it, local mail passes unfiltered.",
    changes: [filterChecked],
  },
  {
    name: "tls",
    argument: "none",
    family: tls,
    default: "plain text only",
    manual:
      "Offers STARTTLS, and serves clients that do not use it in plain text. With `auth`, passwords are only taken inside TLS, but the mail of everybody else may arrive unencrypted.",
    changes: [pkiRequired],
  },
  {
    name: "tls-require",
    argument: "none",
    suffix: "verify",
    suffixManual: verifyManual,
    family: tls,
    default: "plain text only",
    manual:
      "Offers STARTTLS and takes no mail before it was used. Right for submission, wrong for port 25 of a public mail exchanger: senders that know no TLS could not deliver.",
    changes: [pkiRequired],
  },
  {
    name: "smtps",
    argument: "none",
    suffix: "verify",
    suffixManual: verifyManual,
    family: tls,
    default: "plain text only",
    manual:
      "Speaks TLS from the first byte on, and listens on port 465 unless there is a port. It excludes `tls` and `tls-require`; for both ways of TLS write two listeners.",
    changes: [pkiRequired],
  },
  {
    name: "ciphers",
    argument: "string",
    since: "7.3",
    family: "ciphers",
    placeholder: "cipherspec",
    syntax: "cipherspec",
    default: "the list of smtp ciphers, else the library's own",
    manual:
      "The ciphers that this listener accepts, in place of the list of `smtp ciphers`. `smtpd -n` does not check the list: a bad one ends the daemon when it starts.",
  },
  {
    name: "protocols",
    argument: "string",
    since: "7.3",
    family: "protocols",
    placeholder: "protospec",
    syntax: "protospec",
    default: "the library's choice",
    manual:
      "The TLS versions that this listener accepts, such as `tlsv1.2` and `tlsv1.3`. `smtpd -n` does not check them: an unknown name ends the daemon when it starts.",
  },
  {
    name: "pki",
    argument: "string",
    family: "pki",
    placeholder: "pkiname",
    refersTo: "pki",
    manual:
      "The certificate and key to show, by the name of a `pki` statement further up. It needs a TLS mode. Several names let the client choose by the host name that it asks for (SNI); the first one is the fallback.",
    changes: [
      {
        release: "7.3",
        text: "Required with a TLS mode, and allowed up to 32 times; before, it can stand once. The name must be written in lower case: definitions are lower-cased, and this name no longer is.",
      },
    ],
  },
  {
    name: "ca",
    argument: "string",
    family: "ca",
    placeholder: "caname",
    refersTo: "ca",
    default: "the system's certificate bundle",
    manual:
      "The authority that must have issued the certificates of clients, by the name of a `ca` statement further up. Only the word `verify` behind the TLS mode makes smtpd ask for one; without it nothing is checked.",
    changes: [
      { release: "7.3", text: "A `ca` called `*` is no longer taken by listeners that name none, as it is up to 6.8." },
    ],
  },
  {
    name: "auth",
    argument: "table",
    optional: true,
    family: auth,
    placeholder: "authtable",
    services: ["credentials", "auth"],
    default: "no logins",
    manual:
      "Takes mail only from clients that have logged in, as system users or as users of the table. It needs a TLS mode. smtpd does not check the table: it must map user names to crypt(3) hashes, and a word put here by mistake is taken as a table of one entry, so that nobody can log in.",
    changes: loginChanges,
  },
  {
    name: "auth-optional",
    argument: "table",
    optional: true,
    family: auth,
    placeholder: "authtable",
    services: ["credentials", "auth"],
    default: "no logins",
    manual:
      "Offers logins but takes mail from everybody. It needs a TLS mode and takes the same table as `auth`. Rules that may relay must ask for `auth` themselves, and `senders` does not hold back clients that have not logged in.",
    changes: loginChanges,
  },
  {
    name: "tag",
    argument: "string",
    family: "tag",
    placeholder: "tag",
    syntax: "tag",
    default: "no tag",
    manual:
      "Marks all sessions of this listener with a word of at most 32 characters, which rules ask for with `tag`. A tag that no listener sets never matches, and smtpd does not say so.",
  },
  {
    name: "hostname",
    argument: "string",
    family: "hostname",
    placeholder: "hostname",
    syntax: "hostname",
    default: "the server name",
    manual:
      "The name in the greeting of this listener, in the place of the server name. It also completes addresses that come without a domain. `smtpd -n` takes any string.",
  },
  {
    name: "hostnames",
    argument: "table",
    family: "hostnames",
    placeholder: "names",
    place: "listen hostnames",
    default: "the name of hostname, else the server name",
    manual:
      "Maps the address that a client has connected to onto the name in the greeting. The keys are addresses without a port, IPv6 in brackets; an address that is not there gets the name of `hostname` or of the server.",
    changes: [{ release: "7.5", text: "IPv6 addresses in brackets work as keys. Up to 7.4 their lookup fails." }],
  },
  {
    name: "mask-src",
    argument: "none",
    family: "mask-src",
    manual:
      "Leaves the names and the address of the client out of the Received header, for the privacy of users who submit mail. It was called `mask-source` before 6.4, and smtpd's messages still call it so.",
  },
  {
    name: "received-auth",
    argument: "none",
    family: "received-auth",
    manual:
      "Writes into the Received header whether the client has logged in, and as whom. It shows on TLS sessions only. The name of a user whose login failed is written as well.",
  },
  {
    name: "no-dsn",
    argument: "none",
    family: "no-dsn",
    manual:
      "Does not offer delivery status notifications (DSN), so that clients can ask neither for reports of success nor for a bounce without the message. Ordinary bounces are still sent.",
  },
  {
    name: "proxy-v2",
    argument: "none",
    since: "6.6.0",
    family: "proxy-v2",
    manual:
      "Expects the header of the PROXY protocol, version 2, at the start of each connection and believes the client address in it. Whoever can reach this listener can claim to be a local user, so only the balancer may reach it.",
  },
  {
    name: "senders",
    argument: "table",
    suffix: "masquerade",
    suffixManual:
      "Also replaces the address in the From header of the message by the sender of the envelope, so that the reader sees an address that the user may use.",
    family: "senders",
    placeholder: "users",
    place: "listen senders",
    default: "any sender",
    manual:
      "Maps users to the sender addresses that they may use once logged in, separated by commas; others are refused with 530. It binds clients that have logged in and nobody else. `@` alone allows everything, also the empty sender.",
  },
] as const satisfies readonly OptionInfo[];

/** The options of `listen on socket`. */
export const socketOptions = [
  {
    name: "filter",
    argument: "filters",
    family: "filter",
    placeholder: "name",
    refersTo: "filter",
    manual:
      "Sends mail that is submitted on this machine, by sendmail(8) or mail(1), through a filter, a chain or a list in braces. A filter that signs outgoing mail is wanted here as well as on the network listeners.",
    changes: [filterChecked],
  },
  {
    name: "mask-src",
    argument: "none",
    family: "mask-src",
    manual:
      "Leaves the sending host out of the Received header of mail that is submitted on this machine. The name of this server still stands in it.",
  },
  {
    name: "tag",
    argument: "string",
    since: "6.7.1",
    family: "tag",
    placeholder: "tag",
    syntax: "tag",
    default: "no tag",
    manual:
      "Marks mail that is submitted on this machine with a word of at most 32 characters. Up to 6.6 such mail always carries the tag `local`; to keep a rule that asks for it, write `tag 'local'` here.",
  },
  {
    name: "no-dsn",
    argument: "none",
    since: "7.5",
    family: "no-dsn",
    manual:
      "Does not offer delivery status notifications to programs of this machine. From 7.5 on they are offered on the socket unless this option is given.",
  },
] as const satisfies readonly OptionInfo[];

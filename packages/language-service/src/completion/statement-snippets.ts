import type { Availability } from "smtpd-conf";
import { body, choice, nameOf, type SnippetBody, value } from "./snippet-body.ts";

/** A whole statement that is often written. */
export interface StatementSnippet extends Availability {
  /** The statement, and what it is for. */
  readonly label: string;
  readonly detail: string;
  readonly body: SnippetBody;
}

const pki = nameOf("pki", "mail.example.org");
const address = choice("0.0.0.0", "::", "lo");

/** The statements that are offered as a whole at the start of a line. The values are those that fit most configurations. */
export const statementSnippets: readonly StatementSnippet[] = [
  {
    label: "listen on (mail exchanger)",
    detail: "takes mail from other servers",
    body: body`listen on ${address} tls pki ${pki}`,
  },
  {
    label: "listen on (submission)",
    detail: "takes mail from users who log in, on port 587",
    body: body`listen on ${address} port submission tls-require pki ${pki} auth tag ${value("SUBMISSION")} mask-src`,
  },
  {
    label: "listen on (smtps)",
    detail: "takes mail from users who log in, on port 465",
    body: body`listen on ${address} smtps pki ${pki} auth tag ${value("SUBMISSION")} mask-src`,
  },
  {
    label: "listen on (this machine)",
    detail: "takes mail from programs of this machine",
    body: body`listen on ${choice("lo", "lo0", "localhost")}`,
  },
  {
    label: "listen on (behind a proxy)",
    detail: "believes the addresses that a balancer names",
    since: "6.6.0",
    body: body`listen on ${value("192.0.2.1")} proxy-v2 tls pki ${pki}`,
  },
  {
    label: "listen on socket (filter)",
    detail: "filters mail that is submitted on this machine",
    since: "6.6.0",
    body: body`listen on socket filter ${nameOf("filter", "dkim")}`,
  },
  {
    label: "action (maildir)",
    detail: "delivers into a maildir of each user",
    body: body`action ${value('"local"')} maildir alias <${nameOf("table", "aliases", "action alias")}>`,
  },
  {
    label: "action (maildir, virtual users)",
    detail: "delivers mail of virtual users as one system user",
    body: body`action ${value('"virtual"')} maildir "${value("/var/vmail/%{dest.domain}/%{dest.user}")}" virtual <${nameOf("table", "virtuals", "action virtual")}> user ${value("vmail")}`,
  },
  {
    label: "action (mbox)",
    detail: "delivers into the mailbox file of each user",
    body: body`action ${value('"local"')} mbox alias <${nameOf("table", "aliases", "action alias")}>`,
  },
  {
    label: "action (mda)",
    detail: "gives each message to a command",
    body: body`action ${value('"local"')} mda "${value("/usr/local/bin/deliver")}" alias <${nameOf("table", "aliases", "action alias")}>`,
  },
  {
    label: "action (lmtp)",
    detail: "hands messages to an IMAP server",
    body: body`action ${value('"local"')} lmtp "${value("/var/run/dovecot/lmtp")}" rcpt-to virtual <${nameOf("table", "virtuals", "action virtual")}>`,
  },
  {
    label: "action (relay)",
    detail: "sends messages to the servers of their recipients",
    body: body`action ${value('"outbound"')} relay helo ${value("mail.example.org")}`,
  },
  {
    label: "action (relay to a smarthost)",
    detail: "sends everything through a provider, with a login",
    body: body`action ${value('"outbound"')} relay host "${choice("smtp+tls", "smtps")}://${value("label")}@${value("smtp.example.net")}:${choice("587", "465")}" auth <${nameOf("table", "secrets", "relay auth")}>`,
  },
  {
    label: "action (backup mail exchanger)",
    detail: "sends messages on to the main server",
    body: body`action ${value('"backup"')} relay backup mx ${value("mx2.example.org")}`,
  },
  {
    label: "match (local domains)",
    detail: "mail from anywhere for domains of this server",
    body: body`match from any for domain ${value('"example.org"')} action ${nameOf("action", '"local"')}`,
  },
  {
    label: "match (local users)",
    detail: "mail of this machine for its own users",
    body: body`match for local action ${nameOf("action", '"local"')}`,
  },
  {
    label: "match (users who log in)",
    detail: "mail from users who have logged in, for anywhere",
    since: "6.7.1",
    body: body`match from auth for any action ${nameOf("action", '"outbound"')}`,
  },
  {
    label: "match (users who log in)",
    detail: "mail from users who have logged in, for anywhere",
    until: "6.6.4",
    body: body`match auth from any for any action ${nameOf("action", '"outbound"')}`,
  },
  {
    label: "match (outgoing)",
    detail: "mail of this machine for anywhere",
    body: body`match from local for any action ${nameOf("action", '"outbound"')}`,
  },
  {
    label: "match (reject)",
    detail: "refuses mail from some addresses",
    body: body`match from src <${nameOf("table", "blocked", "match from src")}> for any reject`,
  },
  {
    label: "table (list)",
    detail: "values in the configuration",
    body: body`table ${value("domains")} { ${value('"example.org"')}, ${value('"example.net"')} }`,
  },
  {
    label: "table (mapping)",
    detail: "keys with values in the configuration",
    body: body`table ${value("aliases")} { ${value("postmaster")} = ${value("root")} }`,
  },
  {
    label: "table (file)",
    detail: "entries in a file of their own",
    body: body`table ${value("aliases")} file:${value("/etc/mail/aliases")}`,
  },
  {
    label: "pki",
    detail: "a certificate and its key",
    body: body`pki ${value("mail.example.org")} cert "${value("/etc/ssl/mail.example.org.crt")}" key "${value("/etc/ssl/private/mail.example.org.key")}"`,
  },
  {
    label: "ca",
    detail: "authorities for certificates",
    body: body`ca ${value("clients.example.org")} cert "${value("/etc/ssl/clients.crt")}"`,
  },
  {
    label: "filter phase (reverse DNS)",
    detail: "turns away clients without a name that leads back to them",
    since: "6.6.0",
    body: body`filter ${value("check_rdns")} phase connect match ${choice("!rdns", "!fcrdns")} disconnect "${value("550 No reverse DNS")}"`,
  },
  {
    label: "filter phase (greeting)",
    detail: "turns away clients by what they greet with",
    since: "6.6.0",
    body: body`filter ${value("check_helo")} phase ${choice("helo", "ehlo")} match helo { ${value("localhost")} } ${choice("reject", "disconnect")} "${value("550 Not you")}"`,
  },
  {
    label: "filter phase (sender)",
    detail: "marks or refuses mail by its sender",
    since: "6.6.0",
    body: body`filter ${value("check_sender")} phase mail-from match mail-from <${nameOf("table", "unwanted")}> ${choice("junk", 'reject "550 Unwanted"')}`,
  },
  {
    label: "filter chain",
    detail: "several filters, one after the other",
    since: "6.6.0",
    body: body`filter ${value("inbound")} chain { ${value("check_rdns")}, ${value("check_helo")} }`,
  },
  {
    label: "filter proc-exec",
    detail: "a filter program",
    since: "6.6.0",
    body: body`filter ${value("rspamd")} proc-exec "${value("filter-rspamd")}"`,
  },
  {
    label: "proc and filter proc",
    detail: "a filter program that several filters can share",
    since: "6.6.0",
    body: body`proc ${value("scanner")} "${value("filter-scan")}"\nfilter ${value("scan")} proc ${value("scanner")}`,
  },
  {
    label: "mda wrapper",
    detail: "a command around deliveries",
    body: body`mda wrapper ${value("sandbox")} "${value("/usr/local/bin/sandbox %{mda}")}"`,
  },
  {
    label: "srs key",
    detail: "rewrites senders of mail that is sent on",
    since: "6.6.0",
    body: body`srs key "${value("a long random secret")}"`,
  },
];

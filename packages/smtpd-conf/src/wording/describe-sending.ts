import { isAtLeast } from "../language/releases.ts";
import type { ActionDirective } from "../parser/ast/nodes.ts";
import { parseRelayUrl, type RelayUrl } from "../runtime/relay-url.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { tableName } from "./describe-condition.ts";
import { argumentOf, optionOf, tableOf } from "./describe-outcome.ts";
import type { KnownConfiguration } from "./known-configuration.ts";
import { either, quoted } from "./words.ts";

/** How an action sends mail on, in clauses. */
export function describeSending(action: ActionDirective, known: KnownConfiguration): readonly string[] {
  return [
    ...describeServers(action, known),
    ...describeSource(action, known),
    ...describeSender(action),
    ...describeRest(action),
  ];
}

type Tls = "none" | "verified" | "any";

function tlsOf(action: ActionDirective): Tls {
  const option = optionOf(action, "tls");
  if (option === undefined) return "none";
  return option.suffix === undefined ? "verified" : "any";
}

function describeServers(action: ActionDirective, known: KnownConfiguration): readonly string[] {
  const { ruleset, model } = known;
  const credentials = tableOf(optionOf(action, "auth"), ruleset);
  const tls = tlsOf(action);
  const domains = tableOf(optionOf(action, "domain"), ruleset);
  if (domains !== undefined)
    return [
      ...describeOpen(domains, tls, credentials),
      `mail for a domain that is not in ${tableName(domains)} waits until it expires`,
    ];
  const hosts = tableOf(optionOf(action, "host"), ruleset);
  if (hosts === undefined) return [...describeBackup(action), encryptions[tls].offered];
  if (hosts.kind === "UnknownTable" || hosts.keys.length > 4) return describeOpen(hosts, tls, credentials);
  const named = hosts.keys.length > 1;
  const servers = hosts.keys.flatMap((text) => describeUrl(text, named, tls, credentials));
  return tls === "none" && isAtLeast(model.target, "7.3") ? [...servers, ...describeMixture(hosts.keys)] : servers;
}

/** From 7.3 on, an action keeps in mind that a server had to be verified, and asks the same of those that follow. */
function describeMixture(texts: readonly string[]): readonly string[] {
  const urls = texts.map(parseRelayUrl).filter((url) => url.kind === "RelayUrl");
  const verified = urls.filter(({ scheme }) => scheme.verified);
  if (verified.length === 0 || verified.length === urls.length) return [];
  return [
    "once smtpd has called a server that needs a valid certificate, it asks for TLS and such a certificate of all others too",
  ];
}

function describeBackup(action: ActionDirective): readonly string[] {
  const backup = optionOf(action, "backup");
  if (backup === undefined) return [];
  const name = backup.suffixArgument?.value;
  const known = name === undefined ? "the name in its greeting" : quoted(name);
  return [`among them, this server is looked for by ${known}; where it is missing, mail goes to any of them`];
}

/** Servers that only a table names. */
function describeOpen(table: RuntimeTable, tls: Tls, credentials: RuntimeTable | undefined): readonly string[] {
  const login =
    credentials === undefined
      ? []
      : [`where the entry has a label, smtpd logs in with what ${tableName(credentials)} has for that`];
  const forced = { none: "", verified: " but always with TLS and a valid certificate", any: " but always with TLS" }[
    tls
  ];
  return [`each entry of ${tableName(table)} says how its server is reached,${forced}`.replace(/,$/, ""), ...login];
}

function describeUrl(text: string, named: boolean, tls: Tls, credentials: RuntimeTable | undefined): readonly string[] {
  const url = parseRelayUrl(text);
  if (url.kind === "RelayUrlFault")
    return [`${quoted(text)} is no server that smtpd can read: mail for it waits until it expires`];
  const to = named ? `to ${url.host}, ` : "";
  return [[`${to}${describeEncryption(url, tls)}`, ...describeLogin(url, credentials)].join("; ")];
}

const optional =
  "TLS is used where the server offers it, its certificate is not checked, and without TLS the mail goes in plain text";
const strict = "nothing is sent without TLS and a valid certificate of the server";
const lax = "nothing is sent without TLS, but any certificate of the server will do";

/** What the scheme of a URL and the `tls` of an action mean together. */
const encryptions: Readonly<Record<Tls, Readonly<Record<"never" | "offered" | "required" | "immediate", string>>>> = {
  none: { never: "the mail goes in plain text, without TLS", offered: optional, required: strict, immediate: strict },
  verified: {
    never: 'nothing is ever sent: "tls" demands what the server is not to be asked for',
    offered: strict,
    required: strict,
    immediate: strict,
  },
  any: {
    never: 'nothing is ever sent: "tls" demands what the server is not to be asked for',
    offered: lax,
    required: lax,
    immediate: lax,
  },
};

function describeEncryption({ scheme }: RelayUrl, tls: Tls): string {
  const protocol = scheme.name === "lmtp" ? "it speaks LMTP, and " : "";
  return `${protocol}${encryptions[tls][scheme.tls]}`;
}

function describeLogin({ label }: RelayUrl, credentials: RuntimeTable | undefined): readonly string[] {
  if (label === undefined) {
    if (credentials === undefined) return [];
    return [`smtpd does not log in, since the server has no label that names an entry of ${tableName(credentials)}`];
  }
  if (credentials === undefined)
    return [`but the mail waits until it expires: there is no table of passwords for the label ${quoted(label)}`];
  return [`smtpd logs in with what ${tableName(credentials)} has for the label ${quoted(label)}`];
}

function describeSource(action: ActionDirective, { ruleset }: KnownConfiguration): readonly string[] {
  const sources = tableOf(optionOf(action, "src"), ruleset);
  const greetings = tableOf(optionOf(action, "helo-src"), ruleset);
  const greeting = argumentOf(optionOf(action, "helo"));
  return [
    ...(sources === undefined ? [] : [`connections leave from ${namesIn(sources)}`]),
    ...(greeting === undefined ? [] : [`it greets other servers as ${quoted(greeting)}`]),
    ...(greetings === undefined || sources === undefined
      ? []
      : [`${tableName(greetings)} says how it greets other servers from which address`]),
  ];
}

function namesIn(table: RuntimeTable): string {
  return table.kind === "KnownTable" && table.keys.length <= 4
    ? either(table.keys)
    : `the addresses in ${tableName(table)}, in turn`;
}

function describeSender(action: ActionDirective): readonly string[] {
  const sender = argumentOf(optionOf(action, "mail-from"));
  const srs = optionOf(action, "srs");
  return [
    ...(sender === undefined ? [] : [describeReplaced(sender)]),
    ...(srs === undefined
      ? []
      : ["the sender of mail that was forwarded is rewritten into the domain that it came to (SRS)"]),
  ];
}

function describeReplaced(sender: string): string {
  if (sender.startsWith("@")) return `the domain of the sender is replaced by ${quoted(sender.slice(1))}`;
  return `the sender is replaced by ${quoted(sender)}`;
}

function describeRest(action: ActionDirective): readonly string[] {
  const pki = argumentOf(optionOf(action, "pki"));
  const filter = optionOf(action, "filter");
  return [
    ...(pki === undefined ? [] : [`it shows the certificate of the pki ${quoted(pki)} where it is asked for one`]),
    ...(filter === undefined ? [] : ["filter programs are told of these sessions, and can change nothing"]),
  ];
}

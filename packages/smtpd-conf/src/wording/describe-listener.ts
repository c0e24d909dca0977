import type { Listener } from "../model/listener.ts";
import { resolveFilters } from "../model/resolve-filters.ts";
import type { Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { tableName } from "./describe-condition.ts";
import type { KnownConfiguration } from "./known-configuration.ts";
import { listed, quoted } from "./words.ts";

/** How mail comes in by a listener, and how safely, in clauses. */
export function describeListener(listener: Listener, known: KnownConfiguration): readonly string[] {
  return [
    ...describeClients(listener),
    describeTls(listener),
    describeLogin(listener, known),
    ...describeSenders(listener, known),
    ...describeFilters(listener, known),
    ...describeNames(listener, known),
    ...describeTraces(listener),
  ];
}

/** What a listener calls itself, and what rules know it by, in clauses. */
export function describeNames(
  { tag, directive: { options } }: Listener,
  { ruleset }: KnownConfiguration,
): readonly string[] {
  const name = (optionOf(options, "hostname")?.argument as Word | undefined)?.value;
  const names = optionOf(options, "hostnames")?.argument as TableArgument | undefined;
  return [
    ...(names === undefined
      ? []
      : [`${tableName(ruleset.tables.of(names))} says what it calls itself at which address`]),
    ...(name === undefined ? [] : [`it calls itself ${quoted(name)}${names === undefined ? "" : " at all others"}`]),
    ...(tag === "" ? [] : [`rules know it by the tag ${quoted(tag)}`]),
  ];
}

function describeClients({ exposure, proxied, directive: { options } }: Listener): readonly string[] {
  const families = (["inet4", "inet6"] as const).filter((name) => optionOf(options, name) !== undefined);
  return [
    ...families.map((name) => `only its ${name === "inet4" ? "IPv4" : "IPv6"} addresses are used`),
    ...(exposure === "loopback" ? ["only this machine can connect"] : []),
    ...(proxied
      ? ["a proxy (PROXY protocol) says where each client comes from, and smtpd believes whoever connects"]
      : []),
  ];
}

function describeTls({ tls, auth, directive: { options } }: Listener): string {
  const mode = options.find(({ name }) => name === tls);
  const names = options.flatMap((option) => (option.name === "pki" ? [quoted((option.argument as Word).value)] : []));
  const certificate = names.length === 0 ? "" : `, with the certificate of the pki ${listed(names)}`;
  const authority = (optionOf(options, "ca")?.argument as Word | undefined)?.value;
  const issuer = authority === undefined ? "" : `, issued by the ca ${quoted(authority)}`;
  const verified = mode?.suffix === undefined ? "" : `; clients must show a valid certificate of their own${issuer}`;
  // Who has to log in has to turn to TLS for that.
  const free = auth === "required" ? "" : ", but do not have to";
  const sentences: Readonly<Record<Listener["tls"], string>> = {
    none: "there is no TLS, all goes in plain text",
    tls: `clients can turn to TLS (STARTTLS)${certificate}${free}`,
    "tls-require": `clients must turn to TLS (STARTTLS) before they send mail${certificate}`,
    smtps: `TLS begins with the connection${certificate}`,
  };
  return `${sentences[tls]}${verified}`;
}

function describeLogin({ auth, directive: { options } }: Listener, { ruleset }: KnownConfiguration): string {
  if (auth === "none") return "nobody can log in";
  const option = optionOf(options, "auth") ?? optionOf(options, "auth-optional");
  const table = option?.argument === undefined ? undefined : ruleset.tables.of(option.argument as TableArgument);
  const users = table === undefined ? "as users of the system" : `as users in ${tableName(table)}`;
  return auth === "required"
    ? `clients must log in ${users}, inside TLS, before they send mail`
    : `clients can log in ${users}, inside TLS, but do not have to`;
}

function describeSenders({ directive: { options } }: Listener, { ruleset }: KnownConfiguration): readonly string[] {
  const option = optionOf(options, "senders");
  if (option?.argument === undefined) return [];
  const table: RuntimeTable = ruleset.tables.of(option.argument as TableArgument);
  const masquerade = option.suffix === undefined ? "" : ", and the From header is made to say the same";
  return [
    `users who have logged in may only use the sender addresses that ${tableName(table)} has for them${masquerade}`,
  ];
}

/** The filters that sessions of a listener go past; none where it has none. */
export function describeFilters(listener: Listener, known: KnownConfiguration): readonly string[] {
  const names = resolveFilters(listener, known.model).map(({ name }) => quoted(name.value));
  return names.length === 0
    ? []
    : [`each session goes past the ${names.length === 1 ? "filter" : "filters"} ${listed(names)}`];
}

/** What the Received header says of clients, in clauses. */
export function describeTraces({ directive: { options } }: Listener): readonly string[] {
  const has = (name: Option["name"]) => optionOf(options, name) !== undefined;
  return [
    ...(has("mask-src") ? ["the Received header does not say where the client is"] : []),
    ...(has("received-auth") ? ["the Received header says who has logged in"] : []),
  ];
}

function optionOf(options: readonly Option[], name: Option["name"]): Option | undefined {
  return options.find((option) => option.name === name);
}

import {
  type Listener,
  type Option,
  type RuntimeTable,
  resolveFilters,
  type TableArgument,
  type Word,
} from "smtpd-conf";
import { tableName } from "./explain-conditions.ts";
import { explainFilters } from "./explain-filters.ts";
import type { Explaining } from "./explaining.ts";
import { heading, originOf, type Paragraph, quoted, type Section, sentence } from "./explanation.ts";
import { groupBy } from "./group-by.ts";
import { listed } from "./words.ts";

/** How mail comes in: by which addresses, how safely, and past which filters. */
export function explainListeners(explaining: Explaining): Section {
  const { listeners } = explaining;
  const open = listeners.filter(({ exposure }) => exposure !== "socket");
  const alike = groupBy(open, (listener) => JSON.stringify(clausesAbout(listener, explaining)));
  return {
    title: "How mail comes in",
    paragraphs: [
      ...alike.map((group) => paragraphAbout(group, explaining)),
      socketParagraph(explaining),
      ...explainFilters(explaining),
    ],
  };
}

function paragraphAbout(alike: readonly [Listener, ...Listener[]], explaining: Explaining): Paragraph {
  const addresses = groupBy(alike, ({ directive }) => directive.interface?.value ?? "").map(describePlace);
  return {
    heading: heading(`On ${listed(addresses)}`, ...alike.map(({ directive }) => originOf(directive))),
    items: [clausesAbout(alike[0], explaining).map((clause) => sentence(clause))],
  };
}

/** `all IPv4 addresses, ports 25 (smtp) and 587 (submission)` */
function describePlace(listeners: readonly [Listener, ...Listener[]]): string {
  const [{ directive }] = listeners;
  const ports = listeners.map(portOf);
  const word = ports.length === 1 ? "port" : "ports";
  return `${addressOf(directive.interface?.value ?? "")}, ${word} ${listed(ports)}`;
}

function addressOf(address: string): string {
  return places[address] ?? address;
}

/** Addresses and interfaces that are more than one. `all` and `egress` are groups of interfaces. */
const places: Readonly<Record<string, string>> = {
  "0.0.0.0": "all IPv4 addresses",
  "::": "all IPv6 addresses",
  all: "all interfaces",
  egress: "the interfaces with a default route (egress)",
};

function portOf({ directive, port }: Listener): string {
  const option = optionOf(directive.options, "port");
  return String(port ?? (option?.argument as Word | undefined)?.value ?? "");
}

function optionOf(options: readonly Option[], name: Option["name"]): Option | undefined {
  return options.find((option) => option.name === name);
}

function clausesAbout(listener: Listener, explaining: Explaining): readonly string[] {
  return [
    ...describeClients(listener),
    describeTls(listener),
    describeLogin(listener, explaining),
    ...describeSenders(listener, explaining),
    ...describeFilters(listener, explaining),
    ...describeNames(listener, explaining),
    ...describeTraces(listener),
  ];
}

function describeNames({ tag, directive: { options } }: Listener, { ruleset }: Explaining): readonly string[] {
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

function describeLogin({ auth, directive: { options } }: Listener, { ruleset }: Explaining): string {
  if (auth === "none") return "nobody can log in";
  const option = optionOf(options, "auth") ?? optionOf(options, "auth-optional");
  const table = option?.argument === undefined ? undefined : ruleset.tables.of(option.argument as TableArgument);
  const users = table === undefined ? "as users of the system" : `as users in ${tableName(table)}`;
  return auth === "required"
    ? `clients must log in ${users}, inside TLS, before they send mail`
    : `clients can log in ${users}, inside TLS, but do not have to`;
}

function describeSenders({ directive: { options } }: Listener, { ruleset }: Explaining): readonly string[] {
  const option = optionOf(options, "senders");
  if (option?.argument === undefined) return [];
  const table: RuntimeTable = ruleset.tables.of(option.argument as TableArgument);
  const masquerade = option.suffix === undefined ? "" : ", and the From header is made to say the same";
  return [
    `users who have logged in may only use the sender addresses that ${tableName(table)} has for them${masquerade}`,
  ];
}

function describeFilters(listener: Listener, explaining: Explaining): readonly string[] {
  const names = resolveFilters(listener, explaining.model).map(({ name }) => quoted(name.value));
  return names.length === 0
    ? []
    : [`each session goes past the ${names.length === 1 ? "filter" : "filters"} ${listed(names)}`];
}

function describeTraces({ directive: { options } }: Listener): readonly string[] {
  const has = (name: Option["name"]) => optionOf(options, name) !== undefined;
  return [
    ...(has("mask-src") ? ["the Received header does not say where the client is"] : []),
    ...(has("received-auth") ? ["the Received header says who has logged in"] : []),
  ];
}

/** The socket is there whether a statement names it or not. */
function socketParagraph(explaining: Explaining): Paragraph {
  const listener = explaining.listeners.find(({ exposure }) => exposure === "socket");
  const origins = listener === undefined ? [] : [originOf(listener.directive)];
  const more =
    listener === undefined
      ? []
      : [...describeFilters(listener, explaining), ...describeNames(listener, explaining), ...describeTraces(listener)];
  const clauses = ["programs of this machine hand in mail with sendmail, and rules take them as logged in", ...more];
  return { heading: heading("On the local socket", ...origins), items: [clauses.map((clause) => sentence(clause))] };
}

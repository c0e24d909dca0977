import type { Release } from "../language/releases.ts";
import type { ActionDirective, Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import { parseRelayUrl } from "../runtime/relay-url.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { tableName } from "./describe-condition.ts";
import { listed, quoted } from "./words.ts";

/** The option of an action, such as `user`; undefined where it has none. */
export function optionOf({ options }: ActionDirective, name: Option["name"]): Option | undefined {
  return options.find((option) => option.name === name);
}

/** The word behind an option, as smtpd reads it; undefined without one. */
export function argumentOf(option: Option | undefined): string | undefined {
  return (option?.argument as Word | undefined)?.value;
}

/** The table behind an option; undefined where there is no such option. */
export function tableOf(option: Option | undefined, { tables }: Ruleset): RuntimeTable | undefined {
  return option?.argument === undefined ? undefined : tables.of(option.argument as TableArgument);
}

/** What becomes of mail by a rule: what its action does, or that it is refused. */
export function describeAction(action: ActionDirective | undefined, ruleset: Ruleset): string {
  return action === undefined ? "is refused" : describeOutcome(action, ruleset, "brief");
}

/** What becomes of mail by a rule that the daemon cannot evaluate. */
export function failure(target: Release): string {
  return `gets a temporary error: smtpd ${target} cannot evaluate the rule`;
}

/** What an action does with mail: `is put into the mailbox of the user`. In brief, without the text of a command. */
export function describeOutcome(action: ActionDirective, ruleset: Ruleset, length: "brief" | "whole"): string {
  const { method } = action;
  switch (method.name) {
    case "mbox":
      return "is put into the mailbox of the user";
    case "maildir":
      return `is put into ${maildirOf(action)}`;
    case "lmtp":
      return `is handed to the LMTP server ${lmtpServer(argumentOf(method) ?? "")}`;
    case "mda":
      return length === "brief"
        ? "is given to a command"
        : `is given to the command ${quoted(argumentOf(method) ?? "")}`;
    case "forward-only":
      return "is sent on to where the .forward file of the user says";
    case "expand-only":
      return "is sent on to where aliases and .forward files say";
    default:
      return isHopeless(action, ruleset) ? "waits until it expires" : `is sent to ${relayTarget(action, ruleset)}`;
  }
}

function maildirOf(action: ActionDirective): string {
  const path = argumentOf(action.method);
  const user = argumentOf(optionOf(action, "user"));
  if (path === undefined)
    return user === undefined ? "the Maildir of the user" : `the Maildir of the user ${quoted(user)}`;
  const inHome = path.startsWith("~/");
  return inHome ? `the maildir ${quoted(path)} in the home of the user` : `the maildir ${quoted(path)}`;
}

function lmtpServer(destination: string): string {
  if (destination.startsWith("/")) return `on the socket ${destination}`;
  const [, host, port = "25"] = /^(.*?)(?::(\d+))?$/.exec(destination) ?? [];
  return `on ${host}, port ${port}`;
}

/** Whether an action relays to servers of which none can ever get anything, as it is written. */
export function isHopeless(action: ActionDirective, ruleset: Ruleset): boolean {
  const hosts = tableOf(optionOf(action, "host"), ruleset);
  if (hosts?.kind !== "KnownTable") return false;
  const tls = optionOf(action, "tls") !== undefined;
  const login = optionOf(action, "auth") !== undefined;
  return hosts.keys.every((text) => {
    const url = parseRelayUrl(text);
    if (url.kind === "RelayUrlFault") return true;
    return (tls && url.scheme.tls === "never") || (url.label !== undefined && !login);
  });
}

/** Servers that are named one by one. */
const mostServers = 4;

/** Where an action that relays sends mail. */
export function relayTarget(action: ActionDirective, ruleset: Ruleset): string {
  const domains = tableOf(optionOf(action, "domain"), ruleset);
  if (domains !== undefined) return `the server that ${tableName(domains)} has for the domain`;
  const hosts = tableOf(optionOf(action, "host"), ruleset);
  if (hosts !== undefined) return serversIn(hosts);
  if (optionOf(action, "backup") !== undefined)
    return "those mail exchangers of the domain that come before this server";
  return "the mail exchangers (MX) of the domain";
}

function serversIn(hosts: RuntimeTable): string {
  if (hosts.kind === "UnknownTable" || hosts.keys.length > mostServers)
    return `the servers in ${tableName(hosts)}, in turn`;
  const servers = hosts.keys.map(serverOf);
  return servers.length === 1 ? servers.join() : `${listed(servers)}, in turn`;
}

/** `mx.example.org, port 25`; a URL that smtpd cannot read stays as it is. */
function serverOf(text: string): string {
  const url = parseRelayUrl(text);
  return url.kind === "RelayUrlFault" ? quoted(text) : `${url.host} (port ${url.port})`;
}

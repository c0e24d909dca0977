import { mailPorts } from "../../language/mail-ports.ts";
import { formerRelaySchemes, relaySchemes } from "../../language/relay-schemes.ts";
import type { RelayUrlFault } from "../../runtime/relay-url.ts";
import type { CheckContext, Problem } from "../check.ts";
import { macroNamesIn } from "../macro-names.ts";
import { forEachRelayHost, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const invalidRelayUrl: Rule = defineRule({
  code: "invalid-relay-url",
  summary: "Mail for a relay whose URL smtpd cannot read waits until it expires.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) =>
      forEachRelayHost(action, context, (host) => {
        const { url } = host;
        if (url.kind !== "RelayUrlFault" || hasRuleOfItsOwn(url) || namesMacro(host, context)) return;
        context.report(problemOf(host, url));
      }),
  }),
});

const formerNames: readonly string[] = formerRelaySchemes.map(({ name }) => name);

/** A label without TLS and a scheme of old are things that we can say more about. */
function hasRuleOfItsOwn({ reason, parts }: RelayUrlFault): boolean {
  if (reason === "label") return true;
  return reason === "scheme" && formerNames.includes(parts.scheme?.text.toLowerCase() ?? "");
}

/** `smtp://$server`: that a macro is not expanded inside a word is said elsewhere. */
function namesMacro({ written: { text } }: RelayHost, { configuration: { lines } }: CheckContext): boolean {
  const names = macroNamesIn(text).map(({ name }) => name);
  return names.length > 0 && lines.some((line) => line.kind === "MacroDefinition" && names.includes(line.name.value));
}

const consequence = "smtpd cannot read this URL, and mail for it waits until it expires";

function problemOf(host: RelayHost, fault: RelayUrlFault): Problem {
  const span = host.spanOf(fault);
  const text = host.written.text.slice(fault.start, fault.end);
  switch (fault.reason) {
    case "brackets":
      return { span, ...bracketsProblem(host, fault, text) };
    case "port":
      return { span, ...portProblem(host, fault, text) };
    case "no-port":
      return {
        span,
        message: `LMTP has no port of its own: ${consequence}.`,
        help: `Name the port: ${host.written.text}:24, or whatever the server listens on.`,
      };
    case "too-long":
      return { span, message: `A URL has at most 1023 characters: ${consequence}.` };
    case "scheme":
      return { span, message: `There is no scheme "${text}": ${consequence}.`, help: schemeHelp(text) };
    default:
      return { span, ...hostProblem(host, text) };
  }
}

function bracketsProblem({ written }: RelayHost, { start, end }: RelayUrlFault, address: string) {
  const mended = `${written.text.slice(0, start)}[${address}]${written.text.slice(end)}`;
  return {
    message: `An IPv6 address needs brackets: ${consequence}.`,
    help: `Write "${mended}".`,
    fixes: written.rewritten("Put the address in brackets", mended, true),
  };
}

const portsByName = new Map<string, string>(mailPorts.map(({ name, port }) => [name, String(port)]));

function portProblem({ written }: RelayHost, { start }: RelayUrlFault, text: string) {
  const port = portsByName.get(text.toLowerCase()) ?? /^([1-9]\d{0,4})\/$/.exec(text)?.[1];
  const mended = `${written.text.slice(0, start)}${port}`;
  return {
    message: `${text === "" ? "There is no port behind the colon" : `"${text}" is no port`}: ${consequence}.`,
    help: port === undefined ? "A port is a number from 1 to 65535." : `Write "${mended}".`,
    fixes: port === undefined ? [] : written.rewritten(`Write the port as ${port}`, mended, true),
  };
}

function hostProblem({ url, written }: RelayHost, text: string) {
  const socket = url.parts.scheme?.text.toLowerCase() === "lmtp" && text.startsWith("/");
  return {
    message: text === "" ? `No host is named: ${consequence}.` : `"${text}" is no host: ${consequence}.`,
    help: socket
      ? `A socket takes a local action: lmtp "${written.text.slice(url.parts.host.start)}".`
      : "A URL is [SCHEME://][LABEL@]HOST[:PORT], its host a name or an address; one of IPv6 stands in brackets.",
  };
}

function schemeHelp(text: string): string {
  const names = relaySchemes.map(({ name }) => name);
  const near = suggestionsFor(text.toLowerCase(), names);
  if (near.length > 0) return `Did you mean ${eitherOf(near)}?`;
  if (/backup/i.test(text)) return 'A backup relay is written "relay backup", without a URL.';
  if (/auth/i.test(text)) return 'Write "smtp+tls" or "smtps" with a label in front of the host, and "auth" behind it.';
  return `The schemes are ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`;
}

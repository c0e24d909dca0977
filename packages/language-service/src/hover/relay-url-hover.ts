import { type Option, parseRelayUrl, type RelaySchemeInfo, type RelayUrl, type RelayUrlFault } from "smtpd-conf";
import { type Block, code, list, manual, type Prose, paragraph, prose } from "../markdown.ts";

/** What a relay URL means for an action with these options: server, port, TLS, certificate, login. */
export function relayUrlHover(text: string, options: readonly Option[]): readonly Block[] {
  const url = parseRelayUrl(text);
  if (url.kind === "RelayUrlFault") return [paragraph(describeFault(url, text))];
  const { host, port, scheme, parts } = url;
  const given = parts.port === undefined ? ", the default of the scheme" : "";
  return [
    paragraph(prose`Sends to ${code(host)}, port ${port}${given}.`),
    list([describeHost(host), describeTls(scheme, options), ...describeLogin(url, options)]),
    ...(parts.rest === undefined ? [] : [paragraph(prose`smtpd does not look at ${code(parts.rest.text)} behind it.`)]),
  ];
}

function describeHost(host: string): Prose {
  if (host.startsWith("[")) return prose`An address: nothing is looked up.`;
  return prose`The host itself is called: its addresses are looked up, its MX records are not.`;
}

type SchemeTls = RelaySchemeInfo["tls"];

const tlsOfSchemes: Readonly<Record<SchemeTls, string>> = {
  never: "In plain text, even where the server offers TLS.",
  offered: "TLS (STARTTLS) where the server offers it, without a look at the certificate; else plain text.",
  required: "Only through TLS (STARTTLS), with a valid certificate of the server.",
  immediate: "TLS from the first byte on, with a valid certificate of the server.",
};

/** The scheme and the `tls` of the action together. */
function describeTls({ tls, name }: RelaySchemeInfo, options: readonly Option[]): Prose {
  const lmtp = name === "lmtp" ? prose`It speaks LMTP. ` : [];
  const option = options.find((one) => one.name === "tls");
  if (option === undefined) return prose`${lmtp}${manual(tlsOfSchemes[tls])}`;
  if (tls === "never") {
    return prose`${lmtp}Nothing is ever sent: ${code("tls")} of the action demands what the scheme rules out.`;
  }
  const start = tls === "immediate" ? "TLS from the first byte on" : "Only through TLS (STARTTLS)";
  return option.suffix === undefined
    ? prose`${start}, with a valid certificate of the server, as ${code("tls")} of the action demands.`
    : prose`${start}, and any certificate will do, as ${code("tls no-verify")} of the action says.`;
}

function describeLogin({ label }: RelayUrl, options: readonly Option[]): readonly Prose[] {
  const login = options.some(({ name }) => name === "auth");
  if (label === undefined) {
    return login ? [prose`No login: the URL has no label that names an entry of the table of ${code("auth")}.`] : [];
  }
  return login
    ? [prose`Logs in with the user and password that the table of ${code("auth")} has for the label ${code(label)}.`]
    : [prose`Mail waits until it expires: the label ${code(label)} needs a table of passwords, with ${code("auth")}.`];
}

const faults: Readonly<Record<RelayUrlFault["reason"], string>> = {
  scheme: "it does not know the scheme",
  brackets: "an IPv6 address needs brackets",
  host: "there is no host name or address where one must be",
  port: "the port is no number from 1 to 65535",
  "no-port": "this scheme has no port of its own, so that the URL must name one",
  label: "only `smtp+tls` and `smtps` take a label",
  "too-long": "it is too long",
};

function describeFault({ reason }: RelayUrlFault, text: string): Prose {
  return prose`smtpd cannot read ${code(text)}: ${manual(faults[reason])}. Mail for it waits until it expires.`;
}

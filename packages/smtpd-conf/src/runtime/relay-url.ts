import { defaultRelayScheme, type RelaySchemeInfo, relaySchemes } from "../language/relay-schemes.ts";
import { isIpv6 } from "../model/ip-address.ts";
import { isMailDomain } from "./mail-domain.ts";

/** A piece of a URL; `start` and `end` are offsets in UTF-16 units from 0, `end` the first one behind it. */
export interface UrlPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The pieces of a relay URL, `[SCHEME://][LABEL@]HOST[:PORT]`, as smtpd cuts it, whether they make sense or not. */
export interface RelayUrlParts {
  /** Without the `://`; absent where there is none. It may be one that smtpd does not know. */
  readonly scheme: UrlPart | undefined;
  /** Without the `@`. The first `@` ends it. */
  readonly label: UrlPart | undefined;
  /** With its brackets, where it has some. Empty where no character fits. */
  readonly host: UrlPart;
  /** Everything behind the colon after the host. */
  readonly port: UrlPart | undefined;
  /** What stands behind the host where that is no port: smtpd does not look at it. */
  readonly rest: UrlPart | undefined;
}

/** A relay URL that smtpd can read. */
export interface RelayUrl {
  readonly kind: "RelayUrl";
  readonly parts: RelayUrlParts;
  /** What the scheme means; that of `smtp://` where there is none. */
  readonly scheme: RelaySchemeInfo;
  readonly label: string | undefined;
  readonly host: string;
  readonly port: number;
}

/** Why smtpd cannot read a URL. */
export type RelayUrlFaultReason =
  /** A scheme that it does not know. */
  | "scheme"
  /** An IPv6 address without its brackets. */
  | "brackets"
  /** No host, or a text that is neither a host name nor an address in brackets. */
  | "host"
  /** A port that is no number from 1 to 65535. */
  | "port"
  /** No port, where the scheme has none of its own. */
  | "no-port"
  /** A label with a scheme that does not insist on TLS. */
  | "label"
  | "too-long";

/** A relay URL that smtpd cannot read: mail for it waits until it expires. */
export interface RelayUrlFault {
  readonly kind: "RelayUrlFault";
  readonly parts: RelayUrlParts;
  readonly reason: RelayUrlFaultReason;
  /** Where the fault is, in UTF-16 units from 0, half open. */
  readonly start: number;
  readonly end: number;
}

const schemes: readonly RelaySchemeInfo[] = relaySchemes;
const longestUrl = 1023;

/** Reads the URL of a relay (`text_to_relayhost()` in to.c). */
export function parseRelayUrl(text: string): RelayUrl | RelayUrlFault {
  const parts = splitRelayUrl(text);
  const { host, port: portPart, label: labelPart } = parts;
  const scheme = schemeNamed(parts.scheme?.text ?? defaultRelayScheme);
  if (scheme === undefined) return faultIn(parts, "scheme", parts.scheme ?? host);
  const fault = faultBehindScheme(text, parts);
  if (fault !== undefined) return fault;
  const port = portPart === undefined ? scheme.defaultPort : portNumber(portPart.text);
  if (port === undefined) return faultIn(parts, "no-port", host);
  const label = labelPart?.text || undefined;
  if (labelPart !== undefined && label !== undefined && !scheme.label) return faultIn(parts, "label", labelPart);
  return { kind: "RelayUrl", parts, scheme, label, host: host.text, port };
}

function faultBehindScheme(text: string, parts: RelayUrlParts): RelayUrlFault | undefined {
  const { host, port } = parts;
  const behindLabel = partOf(text, host.start, text.length);
  if (text.length > longestUrl) return faultIn(parts, "too-long", { start: 0, end: text.length });
  if (isIpv6(behindLabel.text)) return faultIn(parts, "brackets", behindLabel);
  if (port !== undefined && portNumber(port.text) === undefined) return faultIn(parts, "port", port);
  if (isMailDomain(host.text)) return undefined;
  return faultIn(parts, "host", host.text === "" ? behindLabel : host);
}

function faultIn(parts: RelayUrlParts, reason: RelayUrlFaultReason, place: Pick<UrlPart, "start" | "end">) {
  const { start, end } = place;
  return { kind: "RelayUrlFault", parts, reason, start, end } as const;
}

/** The scheme of a name in upper or lower case. */
function schemeNamed(name: string): RelaySchemeInfo | undefined {
  const folded = name.toLowerCase();
  return schemes.find((scheme) => scheme.name === folded);
}

/**
 * Cuts a URL. Any text before `://` counts as its scheme, wherever that stands; behind a scheme that smtpd knows, a second
 * `://` means nothing.
 */
export function splitRelayUrl(text: string): RelayUrlParts {
  const scheme = schemeOf(text);
  const afterScheme = scheme === undefined ? 0 : scheme.end + "://".length;
  const at = text.indexOf("@", afterScheme);
  const label = at < 0 ? undefined : partOf(text, afterScheme, at);
  const hostStart = at < 0 ? afterScheme : at + 1;
  const host = partOf(text, hostStart, hostEnd(text, hostStart));
  const behind = text.charAt(host.end);
  return {
    scheme,
    label,
    host,
    port: behind === ":" ? partOf(text, host.end + 1, text.length) : undefined,
    rest: behind === "" || behind === ":" ? undefined : partOf(text, host.end, text.length),
  };
}

function schemeOf(text: string): UrlPart | undefined {
  const end = text.indexOf("://");
  return end < 0 ? undefined : partOf(text, 0, end);
}

function hostEnd(text: string, start: number): number {
  const pattern = /\[[^\]]*(?:\]|$)|[\w.-]*/y;
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0].length ?? 0);
}

function partOf(text: string, start: number, end: number): UrlPart {
  return { text: text.slice(start, end), start, end };
}

/** A port as `strtonum(3)` reads it: blanks and a `+` may stand before the digits. */
function portNumber(text: string): number | undefined {
  const number = /^\s*\+?\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= 1 && number <= 65_535 ? number : undefined;
}

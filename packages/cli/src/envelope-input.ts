import { isIPv4, isIPv6, SocketAddress } from "node:net";
import { type Envelope, isLocalPart, isMailDomain, type MachineFacts, plainEnvelope, type Release } from "smtpd-conf";

/** An envelope as people give it. */
export interface EnvelopeInput {
  /** An address, or `local`. */
  readonly src: string;
  readonly rdns?: string | undefined;
  readonly helo?: string | undefined;
  readonly tls?: boolean | undefined;
  /** The name of the user who logged in. */
  readonly auth?: string | undefined;
  readonly tag?: string | undefined;
  /** The null sender where absent. */
  readonly mailFrom?: string | undefined;
  readonly rcptTo: string;
}

/** What the text of an envelope depends on besides. */
export interface EnvelopeSettings {
  readonly target: Release;
  readonly machine: MachineFacts;
}

/** An envelope for the matcher, or a sentence about what is wrong with the input. */
export function envelopeFrom(input: EnvelopeInput, settings: EnvelopeSettings): Envelope | string {
  const { src, helo, tls = false, auth, tag = "", mailFrom = "", rcptTo } = input;
  const { target, machine } = settings;
  const source = sourceText(src);
  if (source === undefined) return `The source "${src}" is neither an IP address nor "local", which is the socket.`;
  if (mailFrom !== "" && !isMailAddress(mailFrom, target)) return notAnAddress("sender", mailFrom);
  if (!isMailAddress(rcptTo, target)) return notAnAddress("recipient", rcptTo);
  if (source !== "local") {
    const session = {
      rdns: input.rdns,
      helo: helo ?? "",
      tls,
      authenticated: auth !== undefined,
      username: auth ?? "",
    };
    return { ...plainEnvelope, ...session, source, tag, mailFrom, rcptTo };
  }
  if (input.rdns !== undefined || auth !== undefined || tls)
    return 'A source "local" has no name to look up, no TLS and no user: its sessions count as logged in.';
  // sendmail says so, and mail that comes this way has the server's own name (`smtp_enqueue()` in smtp.c).
  const session = { rdns: machine.hostname, helo: helo ?? "localhost", authenticated: true };
  return { ...plainEnvelope, ...session, source, tag, mailFrom, rcptTo };
}

/** An address as smtpd writes it, IPv6 in brackets; undefined for what is none. */
function sourceText(src: string): string | undefined {
  if (src === "local" || isIPv4(src)) return src;
  const inner = /^\[(.*)\]$/.exec(src)?.[1] ?? src;
  if (!isIPv6(inner)) return undefined;
  const [address = "", zone] = inner.split("%");
  const text = new SocketAddress({ address, family: "ipv6" }).address;
  return `[${text}${zone === undefined ? "" : `%${zone}`}]`;
}

function isMailAddress(text: string, target: Release): boolean {
  const at = text.lastIndexOf("@");
  return at > 0 && isLocalPart(text.slice(0, at), target) && isMailDomain(text.slice(at + 1));
}

function notAnAddress(what: "sender" | "recipient", text: string): string {
  return `The ${what} "${text}" is not a mail address that smtpd takes, such as anna@example.org.`;
}

/** The keys of a line of JSON, with the types that they have. */
const keys = {
  src: "string",
  rdns: "string",
  helo: "string",
  tls: "boolean",
  auth: "string",
  tag: "string",
  mail_from: "string",
  rcpt_to: "string",
} as const;

/** Reads one line of an envelope file, or says what is wrong with it. A key that is null counts as left out. */
export function parseEnvelope(line: string): EnvelopeInput | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "This is not JSON.";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "This is not a JSON object.";
  const given = Object.fromEntries(Object.entries(value).filter(([, content]) => content !== null));
  for (const [key, content] of Object.entries(given)) {
    const type = Object.hasOwn(keys, key) ? keys[key as keyof typeof keys] : undefined;
    if (type === undefined) return `There is no key "${key}"; the keys are ${Object.keys(keys).join(", ")}.`;
    if (typeof content !== type) return `"${key}" is not a ${type}.`;
  }
  for (const key of ["src", "rcpt_to"]) if (given[key] === undefined) return `"${key}" is missing.`;
  const { mail_from: mailFrom, rcpt_to: rcptTo, ...rest } = given;
  return { ...rest, mailFrom, rcptTo } as EnvelopeInput;
}

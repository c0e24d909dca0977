import { isIpv6 } from "../model/ip-address.ts";
import type { ActionDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import { stringOf } from "./action.ts";

/** What `mail.lmtp` makes of a destination: a socket, or a host with a port where one is written. */
export type LmtpDestination =
  | { readonly kind: "socket" }
  | { readonly kind: "host"; readonly host: string; readonly port: string | undefined }
  | { readonly kind: "unreadable"; readonly reason: "blank" | "bracket" | "ipv6" | "path" | "port" };

/** The destination of an `lmtp` action; undefined for other actions, and where it is only known at delivery. */
export function lmtpDestinationOf({ method }: ActionDirective): Word | undefined {
  const word = method.name === "lmtp" ? stringOf(method) : undefined;
  return word?.value.includes("%{") ? undefined : word;
}

/**
 * Reads a destination as `lmtp_connect()` in mail.lmtp.c does: a path that begins with a slash, `host`, `host:port`,
 * `[ipv6]` or `[ipv6]:port`. The port is a number.
 */
export function readLmtpDestination(text: string): LmtpDestination {
  if (/\s/.test(text) || text === "") return { kind: "unreadable", reason: "blank" };
  if (text.startsWith("/")) return { kind: "socket" };
  if (text.startsWith("[")) return readBracketed(text);
  if (isIpv6(text)) return { kind: "unreadable", reason: "ipv6" };
  const colon = text.indexOf(":");
  return readHost(colon < 0 ? text : text.slice(0, colon), colon < 0 ? undefined : text.slice(colon + 1));
}

function readBracketed(text: string): LmtpDestination {
  const match = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
  return match === null ? { kind: "unreadable", reason: "bracket" } : readHost(match[1] ?? "", match[2]);
}

function readHost(host: string, port: string | undefined): LmtpDestination {
  if (port !== undefined && !isPort(port)) return { kind: "unreadable", reason: "port" };
  return host.includes("/") ? { kind: "unreadable", reason: "path" } : { kind: "host", host, port };
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

import { mailPorts } from "../language/mail-ports.ts";
import type { FilterList, ListenDirective, Option } from "../parser/ast/nodes.ts";
import type { Token, Word } from "../parser/lexer/token.ts";
import { isIpv4, isIpv6 } from "./ip-address.ts";
import type { Model } from "./model.ts";

/** A `listen` statement with its defaults filled in. */
export interface Listener {
  readonly kind: "Listener";
  readonly directive: ListenDirective;
  /** Who can connect, as far as the address tells. An interface counts as public unless its name says otherwise. */
  readonly exposure: "socket" | "loopback" | "private" | "public";
  /** Undefined for the socket, and for the name of a service that is not one of mail. */
  readonly port: number | undefined;
  readonly tls: "none" | "tls" | "tls-require" | "smtps";
  /** Whether clients can log in, and whether they have to before they send. */
  readonly auth: "none" | "optional" | "required";
  /** Empty where there is none. */
  readonly tag: string;
  /** The names of the filters in order; a chain counts as one. */
  readonly filters: readonly Word[];
  /** Whether each connection says by itself where it comes from. */
  readonly proxied: boolean;
}

/** Every `listen` statement of a configuration with its defaults filled in, in order. */
export function listenersOf({ listeners }: Pick<Model, "listeners">): readonly Listener[] {
  return listeners.map(listenerOf);
}

/** What a `listen` statement makes (`create_if_listener()` in parse.y). */
export function listenerOf(directive: ListenDirective): Listener {
  const option = (name: Option["name"]) => directive.options.find((candidate) => candidate.name === name);
  const tls = tlsOf(directive);
  return {
    kind: "Listener",
    directive,
    exposure: exposureOf(directive),
    port: directive.socket ? undefined : portOf(option("port"), tls),
    tls,
    auth: option("auth") ? "required" : option("auth-optional") ? "optional" : "none",
    tag: (option("tag")?.argument as Word | undefined)?.value ?? "",
    filters: filtersOf(option("filter")),
    proxied: option("proxy-v2") !== undefined,
  };
}

function tlsOf({ options }: ListenDirective): Listener["tls"] {
  for (const { name } of options) if (name === "tls" || name === "tls-require" || name === "smtps") return name;
  return "none";
}

const portsByName = new Map<string, number>(mailPorts.map(({ name, port }) => [name, port]));

function portOf(option: Option | undefined, tls: Listener["tls"]): number | undefined {
  if (option === undefined) return tls === "smtps" ? 465 : 25;
  const { value } = option.argument as Token;
  return /^\d+$/.test(value) ? Number(value) : portsByName.get(value);
}

function filtersOf(option: Option | undefined): readonly Word[] {
  const argument = option?.argument as Word | FilterList | undefined;
  if (argument === undefined) return [];
  return argument.kind === "FilterList" ? argument.names : [argument];
}

function exposureOf({ socket, interface: word }: ListenDirective): Listener["exposure"] {
  if (socket !== undefined || word === undefined) return "socket";
  return exposureOfAddress(word.value);
}

/**
 * Names of interfaces, host names and addresses alike. A loopback interface is called `lo`, `lo0`, … everywhere; tunnels
 * and the bridges of containers have known names too.
 */
export function exposureOfAddress(address: string): Exclude<Listener["exposure"], "socket"> {
  if (/^(?:lo\d*|localhost|::1|::ffff:127\..+)$/i.test(address)) return "loopback";
  if (/^(?:wg|tun|tap|utun|tailscale|docker|virbr)\d+$/.test(address)) return "private";
  if (isIpv4(address)) return exposureOfIpv4(address.split(".").map(Number));
  if (!isIpv6(address)) return "public";
  return /^f(?:[cd]|e[89ab])/i.test(address) ? "private" : "public";
}

/** Private networks: RFC 1918, RFC 6598 (shared), RFC 3927 (link-local). */
function exposureOfIpv4([first = 0, second = 0]: readonly number[]): "loopback" | "private" | "public" {
  if (first === 127) return "loopback";
  if (first === 10 || (first === 192 && second === 168) || (first === 169 && second === 254)) return "private";
  if ((first === 172 && second >> 4 === 1) || (first === 100 && second >> 6 === 1)) return "private";
  return "public";
}

import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { rewrite } from "../fix.ts";
import { isHostName } from "../host-name.ts";
import type { AddressFamily, Machine } from "../machine.ts";
import { eitherOf } from "../suggestions.ts";

export const invalidListenAddress: Check = defineCheck({
  code: "invalid-listen-address",
  summary: "A listener needs the name of an interface, an address or a host name.",
  create: (context) => ({
    ListenDirective: ({ interface: address, options }) => {
      if (address === undefined) return;
      const { machine } = context;
      const family = options.map(({ name }) => name).find(isFamily);
      const resolved = machine?.resolves(address.value, family);
      if (resolved ?? couldBeAddress(address.value)) return;
      const hasPort = options.some(({ name }) => name === "port");
      const problem =
        machine && resolved === false ? notOfThisMachine(address, family, machine) : notAnAddress(address);
      context.report({
        ...problem,
        help: plainAddress(address)?.help ?? problem.help,
        fixes: fixesFor(address, hasPort),
      });
    },
  }),
});

function isFamily(name: string): name is AddressFamily {
  return name === "inet4" || name === "inet6";
}

/** Whether a text could be an interface, address or host name on some machine. */
function couldBeAddress(text: string): boolean {
  if (text === "" || text === "*") return false;
  if (text.includes(":")) return isIpv6(text) || isInterfaceAlias(text);
  return isHostName(text) || (text.length <= longestInterface && !/[\s/[\]]/.test(text));
}

/** Characters that the name of an interface can have on Linux and the BSDs (`IF_NAMESIZE`). */
const longestInterface = 15;

/** Linux knows further addresses of an interface as `eth0:1`. */
function isInterfaceAlias(text: string): boolean {
  return text.length <= longestInterface && /^[A-Za-z][\w.-]*:\w+$/.test(text);
}

function notAnAddress(address: Word): Problem {
  return {
    span: address,
    message: `"${address.value}" is no interface, address or host name, and smtpd refuses to listen there.`,
    help: everyAddress(address),
  };
}

/** What is meant by `[::1]`, `127.0.0.1:25`, `mail.example.org:25`, `127.0.0.1/8` and the like. */
function plainAddress({
  value,
}: Word): { readonly text: string; readonly port: boolean; readonly help: string } | undefined {
  const [, bracketed, name, port] =
    /^(?:\[([^\]]+)\]|([^:]+|.*:.*:.*))(?::(\d+))?$/.exec(value.replace(/\/\d+$/, "")) ?? [];
  const address = bracketed ?? name ?? "";
  if (!isIpv4(address) && !isIpv6(address) && !isHostName(address)) return undefined;
  const text = port === undefined ? address : `${address} port ${port}`;
  return text === value ? undefined : { text, port: port !== undefined, help: `Write: listen on ${text}.` };
}

function fixesFor(address: Word, hasPort: boolean): Fix[] {
  const plain = plainAddress(address);
  if (plain === undefined || (plain.port && hasPort)) return [];
  return rewrite(`Write ${plain.text}`, [[address, plain.text]]);
}

function notOfThisMachine(address: Word, family: AddressFamily | undefined, machine: Machine): Problem {
  if (family !== undefined && machine.resolves(address.value, undefined) === true) {
    const version = family === "inet4" ? "IPv4" : "IPv6";
    return { span: address, message: `"${address.value}" has no ${version} address on this machine.`, help: undefined };
  }
  const { interfaces = [] } = machine;
  const named =
    interfaces.length > 0 ? `Name an interface (here ${eitherOf(interfaces)}), an address or a host name.` : undefined;
  return {
    span: address,
    message: `"${address.value}" is no interface, address or host name of this machine.`,
    help: everyAddress(address) ?? named,
  };
}

/** What to write for the words that mean every address elsewhere: `all` and `egress` are groups of OpenBSD's interfaces. */
function everyAddress({ value }: Word): string | undefined {
  if (value !== "*" && value !== "all" && value !== "egress") return undefined;
  return 'To listen on all addresses write two listeners, on "0.0.0.0" and on "::".';
}

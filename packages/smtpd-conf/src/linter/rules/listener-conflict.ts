import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import type { Listener } from "../../model/listener.ts";
import type { ListenDirective } from "../../parser/ast/nodes.ts";
import type { Token } from "../../parser/lexer/token.ts";
import type { Machine } from "../machine.ts";
import { defineRule, type Rule } from "../rule.ts";

export const listenerConflict: Rule = defineRule({
  code: "listener-conflict",
  summary: "Two listeners want the same port of the same address, and smtpd does not start.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: ({ analysis, machine, report }) => ({
    end: () => {
      const listeners = analysis.listeners();
      const onLinux = isLinux(listeners, machine);
      const taken: Taken = new Map();
      for (const { directive, port } of listeners) {
        const word = directive.interface;
        if (word === undefined) continue;
        const wanted = port ?? portWord(directive) ?? "";
        const earlier = take(taken, directive, `${wanted}`, onLinux);
        if (earlier === undefined) continue;
        report({
          span: word,
          message: `Port ${wanted} of "${word.value}" is taken by an earlier listener, and smtpd exits when it starts.`,
          help: "Leave one of the two out, or give it another port.",
          related: [{ span: earlier.interface ?? earlier, message: "The earlier listener." }],
        });
      }
    },
  }),
});

/** The first listener by port and what it binds: `25 inet4 127.0.0.1`, `25 inet4 em0`, `25 inet4 any`. */
type Taken = Map<string, ListenDirective>;

function portWord({ options }: ListenDirective): string | undefined {
  return (options.find(({ name }) => name === "port")?.argument as Token | undefined)?.value;
}

const families = ["inet4", "inet6"] as const;
type Family = (typeof families)[number];

const loopback: Readonly<Record<Family, string>> = { inet4: "127.0.0.1", inet6: "::1" };
const wildcard: Readonly<Record<Family, string>> = { inet4: "0.0.0.0", inet6: "::" };
/** OpenBSD's group of all interfaces, each of which smtpd binds by itself. */
const everyInterface = "all";
/** Stands for some address of a family, whichever. */
const someAddress = "any";

/** Notes what a listener binds. Returns an earlier listener that leaves it no room. */
function take(taken: Taken, directive: ListenDirective, port: string, onLinux: boolean): ListenDirective | undefined {
  let earlier: ListenDirective | undefined;
  for (const family of familiesOf(directive)) {
    const names = namesOf(directive.interface?.value.toLowerCase() ?? "", family);
    for (const rival of [...names, ...rivalsOf(names, family, onLinux)]) {
      earlier ??= taken.get(`${port} ${family} ${rival}`);
    }
    const isWildcard = names.includes(wildcard[family]);
    for (const name of [...names, ...(isWildcard && !onLinux ? [] : [someAddress])]) {
      const key = `${port} ${family} ${name}`;
      if (!taken.has(key)) taken.set(key, directive);
    }
  }
  return earlier;
}

/** The families of a listener that has addresses: an address has one, and is lost where the other one is asked for. */
function familiesOf({ interface: word, options }: ListenDirective): readonly Family[] {
  const name = word?.value ?? "";
  const chosen = families.filter((family) => options.some((option) => option.name === family));
  const possible = isIpv4(name) ? "inet4" : isIpv6(name) ? "inet6" : undefined;
  return families.filter(
    (family) => (possible ?? family) === family && (chosen.length === 0 || chosen.includes(family)),
  );
}

/** What is bound under a name. `localhost` leads to 127.0.0.1 everywhere, and to ::1 only on some machines. */
function namesOf(name: string, family: Family): readonly string[] {
  const isLoopback = /^lo0?$/.test(name) || (name === "localhost" && family === "inet4");
  return isLoopback ? [name, loopback[family]] : [name];
}

/**
 * What else leaves no room. Beside the address that stands for all, Linux lets nobody listen on a single one; the BSDs do.
 * smtpd keeps the families apart everywhere (`smtp_setup_listeners()`).
 */
function rivalsOf(names: readonly string[], family: Family, onLinux: boolean): readonly string[] {
  if (names.includes(wildcard[family])) return onLinux ? [someAddress] : [];
  if (names.includes(everyInterface)) return [someAddress];
  return onLinux ? [everyInterface, wildcard[family]] : [everyInterface];
}

/** Whether the machine runs Linux, as far as the names of its interfaces tell. */
function isLinux(listeners: readonly Listener[], machine: Machine | undefined): boolean {
  const named = listeners.map(({ directive }) => directive.interface?.value ?? "");
  return (machine?.interfaces ?? named).some((name) => /^(?:lo|eth\d+|en(?:[so]\d|p\d+s\d)\w*|wlan\d+)$/.test(name));
}

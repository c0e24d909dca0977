import { isAtLeast, type Release } from "../language/releases.ts";
import { foldCase } from "./domain-pattern.ts";
import type { MachineFacts } from "./machine-facts.ts";
import { type KnownTable, longestKey } from "./table.ts";

/** The tables that smtpd makes when it starts, by name (`config_default()`, `set_local()`, `set_localaddrs()` in config.c). */
export function builtinRuntimeTables(machine: MachineFacts, target: Release): ReadonlyMap<string, KnownTable> {
  const texts = machine.addresses.map(addressText);
  const entries: Readonly<Record<string, readonly string[]>> = {
    "<localhost>": ["local", ...texts],
    "<anyhost>": ["local", "0.0.0.0/0", ...(target === "6.6.0" ? [] : ["::/0"])],
    "<localnames>": ["localhost", machine.hostname, ...localLiterals(texts, target)],
    "<anydestination>": ["*", ...shortName(machine.hostname)],
  };
  return new Map(Object.entries(entries).map(([name, keys]) => [name, knownTable(name, keys)]));
}

/** A table of these entries. Those that are too long are dropped, with a line in the log (`table_add()` in table.c). */
export function knownTable(name: string, entries: Iterable<string>): KnownTable {
  const keys = [...entries].filter(({ length }) => length < longestKey).map(foldCase);
  return { kind: "KnownTable", name, keys: [...new Set(keys)] };
}

/** An address as smtpd writes it: IPv6 in brackets. */
export function addressText(address: string): string {
  return address.includes(":") && !address.startsWith("[") ? `[${address}]` : address;
}

/** Up to 7.4 the addresses of this machine are also local in brackets: IPv4 rightly, IPv6 in forms that nobody writes. */
function localLiterals(texts: readonly string[], target: Release): readonly string[] {
  if (isAtLeast(target, "7.5")) return texts;
  return [...texts, ...texts.map((text) => (text.startsWith("[") ? `[ipv6:${text}]` : `[${text}]`))];
}

/** smtpd puts the short form of its name here, not among the local names. */
function shortName(hostname: string): readonly string[] {
  const dot = hostname.indexOf(".");
  return dot > 0 ? [hostname.slice(0, dot)] : [];
}

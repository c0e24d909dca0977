import { isAtLeast, type Release } from "../language/releases.ts";
import type { Listener } from "../model/listener.ts";
import { addressText } from "../runtime/builtin-tables.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { isLinkLocal } from "./answer.ts";
import type { Scenario } from "./scenario.ts";

/** Every kind of session that the listeners of a configuration allow; the usual ones first. */
export function allScenarios(
  listeners: readonly Listener[],
  { target, rules }: Pick<Ruleset, "target" | "rules">,
  machine: MachineFacts | undefined,
): readonly Scenario[] {
  const socket = listeners.find(({ exposure }) => exposure === "socket");
  const open = listeners.filter(({ exposure }) => exposure !== "socket");
  const sources = [...sourcesOf(open, machine), ...linkLocalSources(rules, target)];
  const network = { session: "network", tags: tagsOf(open), sources } as const;
  const localTag = isAtLeast(target, "6.7.1") ? (socket?.tag ?? "") : "local";
  const local = { session: "socket", tags: [localTag], sources: [] } as const;
  const known = {
    kind: "Scenario",
    recipients: [],
    fcrdns: false,
    foreign: false,
    machineKnown: machine !== undefined,
  } as const;
  const kinds = [
    { ...network, authenticated: false, internal: false },
    { ...network, authenticated: true, internal: false },
    { ...local, authenticated: true, internal: false },
    { ...network, authenticated: false, internal: true },
    { ...network, authenticated: true, internal: true },
    { ...local, authenticated: true, internal: true },
  ];
  return kinds.map((kind) => ({ ...known, ...kind }));
}

/** The tags that a session can have. Without a listener, what a rule asks of its tag does not matter. */
function tagsOf(listeners: readonly Listener[]): readonly string[] {
  const tags = new Set(listeners.map(({ tag }) => tag));
  return tags.size > 0 ? [...tags] : [""];
}

/** Addresses of clients to try first. With a proxy header, a client can also say that it comes by the socket. */
function sourcesOf(listeners: readonly Listener[], machine: MachineFacts | undefined): readonly string[] {
  const own = (machine?.addresses ?? []).map(addressText);
  const proxied = listeners.some((listener) => listener.proxied) ? ["local"] : [];
  return ["203.0.113.9", "[2001:db8::9]", "127.0.0.1", ...own.filter((address) => !address.includes("%")), ...proxied];
}

/** The link-local addresses that rules name. From 7.3 on, smtpd has the interface in the text of such an address. */
function linkLocalSources(rules: readonly MatchRule[], target: Release): readonly string[] {
  if (!isAtLeast(target, "7.3")) return [];
  return [...new Set(rules.flatMap(linkLocalNamed))];
}

function linkLocalNamed(rule: MatchRule): readonly string[] {
  const named = known.get(rule) ?? rule.conditions.flatMap(sourcesNamed).filter(isLinkLocal);
  known.set(rule, named);
  return named;
}

const known = new WeakMap<MatchRule, readonly string[]>();

function sourcesNamed({ subject, table, service }: Condition): readonly string[] {
  const named = subject === "source" && service === "netaddr" && table?.kind === "KnownTable" ? table : undefined;
  return named === undefined || named.name === "<localhost>" ? [] : named.keys;
}

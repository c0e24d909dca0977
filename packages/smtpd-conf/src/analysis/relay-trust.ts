import type { Option } from "../parser/ast/nodes.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import { parseNetwork } from "../runtime/network.ts";
import { isNarrow } from "./strangers.ts";

/** What a stranger has to say or have so that a rule relays: a sender, a greeting, a name, a large network, or nothing. */
export type RelayTrust = "sender" | "helo" | "rdns" | "network" | "nothing";

/** What a rule asks of a client that is not about addresses that it knows. */
export function trustOf({ conditions }: MatchRule): RelayTrust {
  const asked = conditions.filter(({ negated, table }) => !negated && table !== undefined);
  const asks = (subject: Condition["subject"]) =>
    asked.some((condition) => condition.subject === subject && !isForAll(condition));
  if (asks("sender")) return "sender";
  if (asks("rdns")) return "rdns";
  if (asks("helo")) return "helo";
  return asked.some(isWideNetwork) ? "network" : "nothing";
}

/** Entries that everything matches. */
function isForAll({ table, service }: Condition): boolean {
  const all = service === "mailaddr" ? ["@", ""] : service === "domain" ? ["*"] : [];
  return table?.kind === "KnownTable" && table.keys.some((key) => all.includes(key));
}

/** `from src` with a network that is too large to be known, but is not the whole internet. */
function isWideNetwork({ subject, table, option }: Condition): boolean {
  if (subject !== "source" || option?.name !== "src" || table?.kind !== "KnownTable") return false;
  const networks = table.keys.flatMap((key) => parseNetwork(key) ?? []);
  return networks.some((network) => !isNarrow(network));
}

const names: Readonly<Record<RelayTrust, readonly Option["name"][]>> = {
  sender: ["mail-from"],
  helo: ["helo"],
  rdns: ["rdns"],
  network: ["src"],
  nothing: ["any", "src"],
};

/** The option of a rule that lets strangers in; undefined where none was written. */
export function trustedOption(rule: MatchRule): Option | undefined {
  const wanted = names[trustOf(rule)];
  return rule.directive.conditions.find(({ name, scope }) => wanted.includes(name) && scope?.value !== "for");
}

import type { Listener } from "../model/listener.ts";
import type { ActionDirective } from "../parser/ast/nodes.ts";
import { decide } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { CheckContext } from "./check.ts";
import { forEachRelayHost, type RelayHost } from "./relay-hosts.ts";

/** A rule that relays to a server on this machine. */
export interface LocalRelay {
  readonly rule: MatchRule;
  readonly host: RelayHost;
  readonly port: number;
  /** Mail that the rule decides about. */
  readonly envelope: Envelope;
}

/** The rules that relay to the loopback, with mail for which they do. */
export function localRelays(context: CheckContext): readonly LocalRelay[] {
  const { analysis, model } = context;
  const actions = new Map(model.actions.map((action) => [action.name.value, action]));
  const reach = analysis.reach();
  return analysis.ruleset().rules.flatMap((rule, index) => {
    const action = rule.action === undefined ? undefined : actions.get(rule.action);
    const found = reach[index];
    if (action === undefined || found?.kind !== "reached") return [];
    return loopbackHosts(action, context).map(({ host, port }) => ({ rule, host, port, envelope: found.envelope }));
  });
}

function loopbackHosts(action: ActionDirective, context: CheckContext) {
  const hosts: { host: RelayHost; port: number }[] = [];
  forEachRelayHost(action, context, (host) => {
    const { url } = host;
    if (url.kind !== "RelayUrl" || url.scheme.name === "lmtp") return;
    if (/^(?:localhost|127(?:\.\d+){3}|\[(?:ipv6:)?::1\])$/i.test(url.host)) hosts.push({ host, port: url.port });
  });
  return hosts;
}

/** Whether mail that comes back through a listener is decided about by the same action: it goes round and round. */
export function returnsToItself({ rule, envelope }: LocalRelay, listener: Listener, context: CheckContext): boolean {
  const back = {
    ...envelope,
    source: "127.0.0.1",
    rdns: "localhost",
    authenticated: false,
    username: "",
    internal: false,
    tag: listener.tag,
  };
  const decision = decide(context.analysis.ruleset(), back);
  return decision.outcome === "action" && decision.rule?.action === rule.action;
}

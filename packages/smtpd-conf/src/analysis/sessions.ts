import type { Listener } from "../model/listener.ts";
import type { Scenario } from "./scenario.ts";

const session = { kind: "Scenario", session: "network", internal: false, recipients: [], machineKnown: true } as const;

/** Addresses of the internet that are nobody's (RFC 5737, RFC 3849). */
const elsewhere = ["203.0.113.9", "[2001:db8::9]"];

/**
 * A client from elsewhere that does not log in and writes to a domain that is none of the configuration's. Where the
 * listener believes a proxy header from anybody, the client can also say that it comes from this machine, even by its socket.
 */
export function strangerAt({ tag }: Pick<Listener, "tag">, fcrdns: boolean, anybody: boolean): Scenario {
  const sources = anybody ? [...elsewhere, "127.0.0.1", "local"] : elsewhere;
  return { ...session, authenticated: false, fcrdns, tags: [tag], sources, foreign: true };
}

/** A client from elsewhere, with a login or without, that writes to whom it likes. */
export function clientAt({ tag }: Listener, authenticated: boolean): Scenario {
  return { ...session, authenticated, fcrdns: false, tags: [tag], sources: elsewhere, foreign: false };
}

/** A user from elsewhere who has logged in and writes to a foreign domain. */
export function userAt(listener: Listener): Scenario {
  return { ...clientAt(listener, true), foreign: true };
}

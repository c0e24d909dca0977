import { chance, pick, type Random } from "../../conformance/random.ts";
import type { AskedEnvelope } from "../protocol.ts";
import * as values from "./values.ts";

/** A listener of a scenario; the socket has no port. */
export interface Listener {
  readonly port: number | undefined;
  readonly tag: string;
  readonly secure: boolean;
}

/** An envelope with the tag of the listener that it is sent to. */
export interface SentEnvelope extends AskedEnvelope {
  readonly tag: string;
}

export function makeEnvelope(random: Random, listeners: readonly Listener[]): SentEnvelope {
  const { port, tag, secure } = pickListener(random, listeners);
  const addresses = { mailFrom: chance(random, 0.15) ? "" : address(random), rcptTo: address(random) };
  if (port === undefined) return { source: "local", port: 0, tag, helo: "localhost", ...addresses };
  const source = pick(random, chance(random, 0.7) ? values.ipv4Sources : values.ipv6Sources);
  const rdns = chance(random, 0.5) ? pick(random, values.names) : undefined;
  const username = secure && chance(random, 0.8) ? pick(random, values.users) : undefined;
  return { source, port, tag, rdns, helo: pick(random, values.greetings), tls: secure, username, ...addresses };
}

// A session on the socket takes a process of its own, one with TLS a handshake.
function pickListener(random: Random, listeners: readonly Listener[]): Listener {
  const usual = listeners.filter(({ port, secure }) => port !== undefined && !secure);
  return chance(random, 0.2) ? pick(random, listeners) : pick(random, usual);
}

function address(random: Random): string {
  return `${pick(random, values.localParts)}@${pick(random, values.domains)}`;
}

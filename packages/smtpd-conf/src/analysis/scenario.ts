import type { Envelope } from "../runtime/envelope.ts";

/**
 * A kind of session. Within one, each condition of a rule looks at one property of the envelope, and the properties are
 * independent of each other.
 */
export interface Scenario {
  readonly kind: "Scenario";
  readonly session: "network" | "socket";
  readonly authenticated: boolean;
  readonly internal: boolean;
  /** Whether the name of the client leads back to its address. It needs a name then. */
  readonly fcrdns: boolean;
  /** The tags that the listener can have; one that has none counts as "". */
  readonly tags: readonly string[];
  /** Addresses of clients to try first. */
  readonly sources: readonly string[];
  /** Recipients to try first. */
  readonly recipients: readonly string[];
  /**
   * Whether the addresses and names of the machine are known. Where not, any address can be its own, and any domain local.
   */
  readonly machineKnown: boolean;
  /** Whether the recipient is meant to have nothing to do with the domains that tables list, also where we cannot read them. */
  readonly foreign: boolean;
}

/** The properties that an envelope can vary in. */
export type Dimension = "tag" | "source" | "rdns" | "helo" | "username" | "sender" | "recipient";

/** A choice for each property. `rdns` can be absent. */
export type Choice = Readonly<Record<Dimension, string | undefined>>;

/** The envelope of a scenario with these properties. */
export function envelopeOf(scenario: Scenario, choice: Choice): Envelope {
  const socket = scenario.session === "socket";
  return {
    source: socket ? "local" : (choice.source ?? ""),
    rdns: choice.rdns,
    fcrdns: scenario.fcrdns,
    helo: choice.helo ?? "",
    tls: scenario.authenticated && !socket,
    authenticated: scenario.authenticated,
    username: socket || !scenario.authenticated ? "" : (choice.username ?? ""),
    tag: choice.tag ?? "",
    mailFrom: choice.sender ?? "",
    rcptTo: choice.recipient ?? "",
    internal: scenario.internal,
  };
}

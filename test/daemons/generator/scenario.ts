import { chance, createRandom, integer, pick, type Random, seedOf } from "../../conformance/random.ts";
import { certificateFiles } from "../protocol.ts";
import { type Listener, makeEnvelope, type SentEnvelope } from "./envelopes.ts";
import { type Plan, ruleStatement } from "./rules.ts";
import { declareTables } from "./tables.ts";
import * as values from "./values.ts";

/** A configuration with envelopes to send through it. */
export interface Scenario {
  readonly text: string;
  /** The table files that the text names. */
  readonly files: Readonly<Record<string, string>>;
  readonly envelopes: readonly SentEnvelope[];
}

/** Envelopes for each configuration. */
const perConfiguration = 10;

/** The `index`-th scenario of a run, for a release of 6.8 or newer; the same numbers always give the same. */
export function makeScenario(seed: number, index: number, release: string): Scenario {
  const random = createRandom(seedOf(seed, index, Number(release) * 10));
  const files = new Map<string, string>();
  const tables = declareTables(random, files);
  const plan: Plan = { random, release, tables };
  const listeners = makeListeners(random, release);
  const rules = Array.from({ length: integer(random, 1, 7) }, (_, number) => ruleStatement(plan, number));
  const lines = [...settings(random), ...tables.map(({ line }) => line), ...listenLines(listeners), ...rules.flat()];
  const text = lines.map((line) => `${line}\n`).join("");
  const envelopes = Array.from({ length: perConfiguration }, () => makeEnvelope(random, listeners));
  return { text, files: Object.fromEntries(files), envelopes };
}

function settings(random: Random): readonly string[] {
  return chance(random, 0.1) ? ['smtp sub-addr-delim "-"'] : [];
}

// The daemon of 6.8 was built for another OpenSSL than it is run with here, and cannot do TLS.
function makeListeners(random: Random, release: string): readonly Listener[] {
  const socket: Listener = { port: undefined, tag: chance(random, 0.3) ? "S" : "", secure: false };
  const tagged = values.tags.map((tag, index): Listener => ({ port: 2525 + index, tag, secure: false }));
  const plain: Listener = { port: 2530, tag: "", secure: false };
  const secure: Listener[] = release === "6.8" ? [] : [{ port: 2531, tag: pick(random, ["", "A"]), secure: true }];
  return [socket, plain, ...tagged, ...(chance(random, 0.3) ? secure : [])];
}

function listenLines(listeners: readonly Listener[]): readonly string[] {
  const secure = listeners.some((listener) => listener.secure);
  return [...(secure ? loginLines : []), ...listeners.map(listenLine)];
}

function listenLine({ port, tag, secure }: Listener): string {
  const tagged = tag === "" ? "" : ` tag "${tag}"`;
  if (port === undefined) return `listen on socket${tagged}`;
  return `listen on lo port ${port}${secure ? ' smtps pki "mx" auth-optional <credentials>' : ""}${tagged}`;
}

/** `openssl passwd -6 -salt smtpdlint password` */
const passwordHash =
  "$6$smtpdlint$DZul4U14DdaWSTRAMujvRfCdlz3oWirKH0qRDIRZNB6dia6cmgA5jzUcGGedk5FYMYsw6QRwStXZWFEKBGTYb1";

const loginLines: readonly string[] = [
  `pki "mx" cert "${certificateFiles.certificate}" key "${certificateFiles.key}"`,
  `table credentials { ${values.users.map((user) => `"${user}" = "${passwordHash}"`).join(", ")} }`,
];

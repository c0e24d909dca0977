import {
  buildModel,
  buildRuleset,
  type Envelope,
  type Model,
  parseConfiguration,
  type Release,
  type Ruleset,
} from "smtpd-conf";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { matcherEnvelope } from "../daemons/compare.ts";
import { type Listener, makeEnvelope } from "../daemons/generator/envelopes.ts";
import type { Scenario } from "../daemons/generator/scenario.ts";
import { serverAddresses, serverName } from "../daemons/protocol.ts";

/** The machine that generated rule sets are for. */
export const machine = { hostname: serverName, addresses: serverAddresses };

/** The rules of a text, which may be a changed one of the scenario that has the table files. */
export function openRuleset(
  text: string,
  { files }: Pick<Scenario, "files">,
  target: Release,
): { readonly model: Model; readonly ruleset: Ruleset } {
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  return { model, ruleset: buildRuleset(model, { machine, tableFiles: tableFilesOf(files) }) };
}

/** The listeners that generated rule sets have. */
const listeners: readonly Listener[] = [
  { port: undefined, tag: "", secure: false },
  { port: 2530, tag: "", secure: false },
  { port: 2525, tag: "A", secure: false },
  { port: 2526, tag: "Mail-In", secure: false },
  { port: 2531, tag: "A", secure: true },
];

/** So many envelopes for a rule set, some of them out of aliases. The same numbers always give the same. */
export function envelopesFor(seed: number, index: number, count: number): readonly Envelope[] {
  const random = createRandom(seedOf(seed, index, 1));
  return Array.from({ length: count }, (_, number) => {
    return { ...matcherEnvelope(makeEnvelope(random, listeners)), internal: number % 10 === 0 };
  });
}

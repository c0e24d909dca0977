import { askMatcher, compare, type Opinion } from "./compare.ts";
import type { SentEnvelope } from "./generator/envelopes.ts";
import { makeScenario, type Scenario } from "./generator/scenario.ts";
import type { Oracle } from "./oracle.ts";
import type { Answer } from "./protocol.ts";

/** Which scenarios to ask about. */
export interface Order {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}

/** What came of a campaign. */
export interface Result {
  readonly ruleSets: number;
  readonly envelopes: number;
  /** Envelopes by what the daemon did with them. */
  readonly outcomes: Readonly<Record<Answer["outcome"], number>>;
  /** Envelopes of which the matcher says that it cannot tell. */
  readonly open: number;
  readonly disagreements: readonly Disagreement[];
}

/** An envelope about which the daemon and the matcher differ. */
export interface Disagreement {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly envelope: SentEnvelope;
  readonly daemon: Answer;
  readonly matcher: Opinion;
}

/** What a campaign hands on, scenario by scenario. */
export type Witness = (scenario: Scenario, answers: readonly Answer[]) => void;

/** Asks a daemon and the matcher about scenarios. Throws where a configuration does not start: all are meant to. */
export async function runCampaign(
  oracle: Oracle,
  release: string,
  { seed, first, count }: Order,
  witness: Witness = () => {},
): Promise<Result> {
  const outcomes = { action: 0, reject: 0, "no-match": 0, "temporary-failure": 0, unknown: 0 };
  const disagreements: Disagreement[] = [];
  let open = 0;
  let envelopes = 0;
  for (let index = first; index < first + count; index += 1) {
    const scenario = makeScenario(seed, index, release);
    const { text, files } = scenario;
    const answers = await oracle.ask(text, scenario.envelopes, files).catch((error: Error) => {
      throw new Error(`scenario ${index}: ${error.message}\n${text}`);
    });
    witness(scenario, answers);
    const opinions = askMatcher(scenario, release);
    scenario.envelopes.forEach((envelope, at) => {
      const [daemon, matcher] = [answers[at] as Answer, opinions[at] as Opinion];
      const comparison = compare(matcher, daemon);
      envelopes += 1;
      outcomes[daemon.outcome] += 1;
      if (comparison === "open") open += 1;
      if (comparison === "different") disagreements.push({ text, files, envelope, daemon, matcher });
    });
  }
  return { ruleSets: count, envelopes, outcomes, open, disagreements };
}

import type { Envelope } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { daemonReleases } from "../conformance/daemon.ts";
import { type Opened, openOracle } from "../daemons/oracle.ts";
import type { AskedEnvelope } from "../daemons/protocol.ts";
import { certainWitnesses, checkRuleSet, type Verdict } from "./soundness.ts";

const seed = 7;

/** Rule sets for each release: some thousand envelopes. */
const ruleSets = 40;

const verdicts = new Map(
  daemonReleases.map((release) => [
    release,
    Array.from({ length: ruleSets }, (_, index) => checkRuleSet(seed, index, release)),
  ]),
);

describe.each(daemonReleases)("over generated rule sets for %s", (release) => {
  const own = verdicts.get(release) ?? [];

  test("no dead rule decides, no example is wrong, no stranger relays who should not", () => {
    expect(own.flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });

  test("there are rules and rule sets of all kinds", () => {
    const kinds = new Set(own.flatMap(({ analysis }) => analysis.reach().map(({ kind }) => kind)));
    expect([...kinds]).toEqual(expect.arrayContaining(["reached", "covered"]));
    const answers = new Set(own.map(({ analysis }) => analysis.relay().answer));
    expect([...answers]).toEqual(expect.arrayContaining(["no", "yes"]));
    expect(own.reduce((sum, { strange }) => sum + strange, 0)).toBeGreaterThan(ruleSets);
  });
});

/** The listeners of generated rule sets, by tag. */
const ports: Readonly<Record<string, number>> = { "": 2530, A: 2525, "Mail-In": 2526 };

describe.each(daemonReleases)("a running daemon of %s", async (release) => {
  const opened: Opened = await openOracle(release);
  if ("reason" in opened) console.log(`skipped: ${opened.reason}; smtpd ${release} is not shown the examples`);

  test.skipIf("reason" in opened)("decides about the examples and witnesses as they say", async () => {
    if ("reason" in opened) return;
    const asked = (verdicts.get(release) ?? []).map((verdict) => askAbout(opened, verdict));
    const answers = (await Promise.all(asked).finally(opened.oracle.close)).flat();
    console.log(`smtpd ${release} was shown ${answers.length} examples and witnesses`);
    expect(answers.length).toBeGreaterThan(ruleSets);
    expect(answers.filter(({ expected, rule }) => expected !== rule)).toEqual([]);
  });
});

async function askAbout({ oracle }: Extract<Opened, { oracle: unknown }>, { scenario, analysis }: Verdict) {
  const examples = examplesOf(analysis);
  if (examples.length === 0) return [];
  const envelopes = examples.map(({ envelope }) => askedFrom(envelope));
  const answers = await oracle.ask(scenario.text, envelopes, scenario.files);
  return examples.map(({ rule, envelope }, index) => {
    return { text: scenario.text, envelope, expected: rule, rule: answers[index]?.rule };
  });
}

/** The mail that rules are said to decide about, as far as a client without a login can send it. */
function examplesOf(analysis: Verdict["analysis"]): readonly { rule: number; envelope: Envelope }[] {
  const reached = analysis
    .reach()
    .flatMap((reach, index) =>
      reach.kind === "reached" && reach.certain ? [{ rule: index + 1, envelope: reach.envelope }] : [],
    );
  const relayed = certainWitnesses(analysis).map(({ rule, envelope }) => ({ rule: rule.number, envelope }));
  return [...reached, ...relayed].filter(
    ({ envelope }) =>
      !envelope.internal && !envelope.authenticated && envelope.source !== "local" && ports[envelope.tag] !== undefined,
  );
}

function askedFrom({ source, tag, rdns, helo, mailFrom, rcptTo }: Envelope): AskedEnvelope {
  const port = ports[tag] ?? 0;
  return { source: source.replace(/^\[|\]$/g, ""), port, rdns, helo, mailFrom, rcptTo };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkoutFolder, daemonReleases } from "../conformance/daemon.ts";
import { askMatcher } from "../daemons/compare.ts";
import type { SentEnvelope } from "../daemons/generator/envelopes.ts";
import type { Scenario } from "../daemons/generator/scenario.ts";
import type { Answer } from "../daemons/protocol.ts";

/** One configuration of a recording, and what became of envelopes that a running daemon was sent. */
interface RecordedRuleSet {
  readonly text: string;
  readonly envelopes: readonly {
    readonly src: string;
    readonly rdns: string | null;
    readonly tag: string;
    readonly helo: string;
    readonly mail_from: string;
    readonly rcpt_to: string;
    readonly rule: number | null;
    readonly outcome: string;
  }[];
}

function readRecording<Recorded>(name: string): readonly Recorded[] {
  const file = readFileSync(join(checkoutFolder(), `test/runtime/${name}.jsonl.gz`));
  const lines = gunzipSync(file).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Recorded);
}

test.each([
  ["6.8", 400, 4_000],
  ["7.9", 900, 9_000],
])("the matcher decides as the daemon of %s did", (release, ruleSets, envelopes) => {
  const recording = readRecording<RecordedRuleSet>(`decisions-${release}`);
  expect(recording.length).toBe(ruleSets);
  const compared = recording.flatMap((recorded) => compareRecorded(recorded, release));
  expect(compared.length).toBe(envelopes);
  expect(compared.filter(({ ours, theirs }) => ours !== theirs).slice(0, 5)).toEqual([]);
});

function compareRecorded({ text, envelopes }: RecordedRuleSet, release: string) {
  const sent = envelopes.map(({ src, rdns, tag, helo, mail_from, rcpt_to }) => {
    return { source: src, rdns: rdns ?? undefined, port: 0, tag, helo, mailFrom: mail_from, rcptTo: rcpt_to };
  });
  const opinions = askMatcher({ text, files: {}, envelopes: sent }, release);
  return envelopes.map((envelope, index) => {
    const opinion = opinions[index];
    return {
      text,
      envelope,
      ours: `${opinion?.outcome} by rule ${opinion?.rule}`,
      theirs: `${envelope.outcome} by rule ${envelope.rule}`,
    };
  });
}

/** The same with sessions of every kind, over TLS and on the socket too, and with files of tables. */
interface RecordedScenario extends Scenario {
  readonly release: string;
  readonly envelopes: readonly (SentEnvelope & Pick<Answer, "rule" | "outcome">)[];
}

const sessions = readRecording<RecordedScenario>("sessions");

test.each(daemonReleases)("the matcher decides about sessions of every kind as the daemon of %s did", (release) => {
  const recording = sessions.filter((scenario) => scenario.release === release);
  expect(recording.length).toBe(150);
  const compared = recording.flatMap((scenario) => {
    const opinions = askMatcher(scenario, release);
    return scenario.envelopes.map((envelope, index) => ({ text: scenario.text, envelope, opinion: opinions[index] }));
  });
  const told = compared.filter(({ opinion }) => opinion?.outcome !== "unknown");
  // What a pattern with a back reference matches is left to the daemon.
  expect(told.length).toBeGreaterThan(compared.length * 0.98);
  const different = told.filter(
    ({ envelope, opinion }) => opinion?.outcome !== envelope.outcome || opinion.rule !== envelope.rule,
  );
  expect(different.slice(0, 5)).toEqual([]);
});

// Compares the matcher with running daemons, as root on Linux:
//   npm run decisions -- --count N --seed S [--first N] [--release 7.9] [--record FILE]
// The texts depend on the numbers alone. FILE gets what the daemons decided, as test/runtime has it, compressed. The exit status is 1 when they disagree, 2 when no daemon could be asked.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type DaemonRelease, daemonReleases } from "../conformance/daemon.ts";
import { type Disagreement, type Result, runCampaign } from "./campaign.ts";
import { openOracle } from "./oracle.ts";

const mostShown = 10;

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    release: { type: "string", multiple: true, default: [] },
    record: { type: "string" },
  },
});

/** One line of JSON for each configuration. */
const recorded: string[] = [];

async function main(): Promise<number> {
  const wanted = daemonReleases.filter((one) => options.release.length === 0 || options.release.includes(one));
  // Each has a place of its own, so they need not wait for each other.
  const results = (await Promise.all(wanted.map(runRelease))).filter((result) => result !== undefined);
  if (results.length === 0) return 2;
  if (options.record !== undefined) writeFileSync(options.record, gzipSync(recorded.sort().join(""), { level: 9 }));
  const sum = (count: (result: Result) => number) => results.reduce((total, result) => total + count(result), 0);
  const disagreements = sum((result) => result.disagreements.length);
  console.log(
    `${sum(({ ruleSets }) => ruleSets)} rule sets, ${sum(({ envelopes }) => envelopes)} envelopes, ${disagreements} disagreements`,
  );
  return disagreements > 0 ? 1 : 0;
}

async function runRelease(release: DaemonRelease): Promise<Result | undefined> {
  const opened = await openOracle(release);
  if ("reason" in opened) {
    console.log(`${release}: not asked: ${opened.reason}`);
    return undefined;
  }
  const order = { seed: Number(options.seed), first: Number(options.first), count: Number(options.count) };
  const result = await runCampaign(opened.oracle, release, order, ({ text, files, envelopes }, answers) => {
    const decided = envelopes.map((envelope, index) => {
      return { ...envelope, rule: answers[index]?.rule, outcome: answers[index]?.outcome };
    });
    recorded.push(`${JSON.stringify({ release, text, files, envelopes: decided })}\n`);
  }).finally(opened.oracle.close);
  const { ruleSets, envelopes, outcomes, open, disagreements } = result;
  console.log(
    `${release}: ${ruleSets} rule sets, ${envelopes} envelopes (${JSON.stringify(outcomes)}), ${open} left open, ${disagreements.length} disagreements`,
  );
  for (const disagreement of disagreements.slice(0, mostShown)) console.log(`\n${describe(disagreement)}`);
  return result;
}

function describe({ text, files, envelope, daemon, matcher }: Disagreement): string {
  const parts = { files, envelope, daemon, matcher };
  return [text, ...Object.entries(parts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)].join("\n");
}

process.exitCode = await main();

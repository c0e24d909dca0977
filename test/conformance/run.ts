// Compares the linter with the real daemon on random configurations:
//   npm run conformance -- --count N --seed S [--release 7.9] [--jobs 2] [--keep DIR] [--lines]
import { parseArgs } from "node:util";
import { type Difference, type Result, runCampaign } from "./campaign.ts";
import { caseOf, keepCase, kindOfDifference, type Matter, shrinkDifference } from "./cases.ts";
import { askLinter } from "./compare.ts";
import { type Daemon, findDaemons } from "./daemon.ts";
import { gatherSupplies } from "./texts.ts";

const batchSize = 1000;
const mostShrunk = 20;

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    release: { type: "string", multiple: true, default: [] },
    jobs: { type: "string", default: "2" },
    keep: { type: "string" },
    lines: { type: "boolean", default: false },
  },
});

async function main(): Promise<number> {
  const { found } = await findDaemons();
  const wanted = found.filter(({ release }) => options.release.length === 0 || options.release.includes(release));
  if (wanted.length === 0) return 2;
  const supplies = gatherSupplies();
  if (!supplies.files) console.log("not root, or no openssl: no certificates and table files in the texts");
  let failed = 0;
  let passed = 0;
  for (const daemon of wanted) {
    const result = await runBatches(daemon, supplies);
    failed += result.counts.disagreements;
    passed += result.counts.asked - result.counts.disagreements;
    await explain(result, found);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

// In batches, so that a long run shows that it goes on.
async function runBatches(daemon: Daemon, supplies: ReturnType<typeof gatherSupplies>): Promise<Result> {
  const total = Number(options.count);
  const first = Number(options.first);
  const results: Result[] = [];
  const start = Date.now();
  for (let done = 0; done < total; done += batchSize) {
    const order = {
      seed: Number(options.seed),
      first: first + done,
      count: Math.min(batchSize, total - done),
      jobs: Number(options.jobs),
    };
    results.push(await runCampaign(daemon, order, supplies));
    if (total > batchSize) process.stderr.write(`\r${daemon.release}: ${done + order.count} of ${total} `);
  }
  if (total > batchSize) process.stderr.write("\r");
  const sum = sumOf(daemon, results);
  report(sum, (Date.now() - start) / 1000);
  return sum;
}

function sumOf(daemon: Daemon, results: readonly Result[]): Result {
  const counts = { asked: 0, accepted: 0, rejected: 0, machine: 0, disagreements: 0, sameLine: 0, otherLine: 0 };
  for (const result of results) {
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += result.counts[key];
  }
  return {
    daemon,
    counts,
    verdicts: results.flatMap(({ verdicts }) => verdicts),
    lines: results.flatMap(({ lines }) => lines),
  };
}

function report({ daemon, counts }: Result, seconds: number): void {
  const share = ((100 * counts.accepted) / counts.asked).toFixed(1);
  console.log(
    `${daemon.release}: asked ${counts.asked} (${Math.round(counts.asked / seconds)}/s), accepted ${counts.accepted} (${share} %), ` +
      `rejected ${counts.rejected}, machine-dependent ${counts.machine}, verdict disagreements ${counts.disagreements}, ` +
      `first line equal ${counts.sameLine}, different ${counts.otherLine}`,
  );
}

async function explain(result: Result, daemons: readonly Daemon[]): Promise<void> {
  await explainEach(result.daemon, result.verdicts, daemons, "verdict");
  if (options.lines) await explainEach(result.daemon, result.lines, daemons, "line");
}

async function explainEach(
  daemon: Daemon,
  differences: readonly Difference[],
  daemons: readonly Daemon[],
  matter: Matter,
): Promise<void> {
  const chosen = aFewOfEachKind(differences, matter);
  const shown = new Set<string>();
  for (const { text, index } of chosen) {
    const small = await shrinkDifference(daemon, text, matter);
    if (shown.has(small)) continue;
    shown.add(small);
    await show(daemon, small, index, daemons, matter);
  }
  const rest = differences.length - chosen.length;
  if (rest > 0) console.log(`${daemon.release}: ${rest} more differences in the ${matter} were not shrunk`);
}

function aFewOfEachKind(differences: readonly Difference[], matter: Matter): readonly Difference[] {
  const kinds = new Map<string, Difference[]>();
  for (const difference of differences) {
    const kind = kindOfDifference(difference.opinion, difference.answer, matter) ?? "";
    kinds.set(kind, [...(kinds.get(kind) ?? []), difference]);
  }
  const byNumber = [...kinds].sort(([, left], [, right]) => right.length - left.length);
  for (const [kind, { length }] of byNumber) console.log(`  ${String(length).padStart(5)} x ${matter}: ${kind}`);
  return byNumber.flatMap(([, few]) => few.slice(0, 2)).slice(0, mostShrunk);
}

async function show(
  daemon: Daemon,
  text: string,
  index: number,
  daemons: readonly Daemon[],
  matter: Matter,
): Promise<void> {
  const kept = await caseOf(text, daemons, matter);
  const opinion = askLinter(text, daemon.release);
  console.log(`--- ${daemon.release} ${matter}, text ${index} of seed ${options.seed}: ${JSON.stringify(text)}`);
  console.log(`    linter: ${opinion.ok ? "accepted" : opinion.messages.join("\n            ")}`);
  for (const [release, answer] of Object.entries(kept.answers)) {
    const said = [...answer.errors.map(([line, message]) => `${line}: ${message}`), ...answer.other];
    console.log(`    ${release}: ${answer.ok ? "accepted" : said.join(" | ")}`);
  }
  if (options.keep) console.log(`    kept in ${keepCase(options.keep, kept)}`);
}

process.exitCode = await main();

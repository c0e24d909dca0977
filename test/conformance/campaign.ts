import { askLinter, type Comparison, compare, type Opinion } from "./compare.ts";
import { type Answer, type Asker, type Daemon, openAsker, withScratchFolder } from "./daemon.ts";
import { makeText, type Supplies } from "./texts.ts";

/** How often what happened in a run against one daemon. */
export interface Counts {
  asked: number;
  accepted: number;
  rejected: number;
  machine: number;
  disagreements: number;
  sameLine: number;
  otherLine: number;
}

/** A text about which linter and daemon differ. */
export interface Difference {
  readonly text: string;
  readonly index: number;
  readonly opinion: Opinion;
  readonly answer: Answer;
}

export interface Result {
  readonly daemon: Daemon;
  readonly counts: Counts;
  /** Those that differ in the verdict. */
  readonly verdicts: readonly Difference[];
  /** Those that refuse the text both, but name another line first. */
  readonly lines: readonly Difference[];
}

/** What to ask: texts number `first` to `first + count - 1` of this seed, `jobs` at once. */
export interface Order {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly jobs: number;
}

/** Asks linter and daemon about the same texts. */
export function runCampaign(daemon: Daemon, order: Order, supplies: Supplies): Promise<Result> {
  return withScratchFolder(async (folder) => {
    const asker = openAsker(daemon, folder, order.jobs);
    const indexes = Array.from({ length: order.count }, (_, offset) => order.first + offset);
    const tally = emptyTally();
    await inParallel(indexes, order.jobs, async (index) => {
      const text = makeText(order.seed, index, daemon.release, supplies);
      enter(tally, await examine(asker, daemon, text, index));
    });
    asker.close();
    return { daemon, ...tally };
  });
}

interface Examined extends Difference {
  readonly comparison: Comparison;
}

async function examine(asker: Asker, daemon: Daemon, text: string, index: number): Promise<Examined> {
  const asked = asker.ask(text);
  const opinion = askLinter(text, daemon.release);
  const answer = await asked;
  return { text, index, opinion, answer, comparison: compare(opinion, answer) };
}

interface Tally {
  readonly counts: Counts;
  readonly verdicts: Difference[];
  readonly lines: Difference[];
}

function emptyTally(): Tally {
  const counts = { asked: 0, accepted: 0, rejected: 0, machine: 0, disagreements: 0, sameLine: 0, otherLine: 0 };
  return { counts, verdicts: [], lines: [] };
}

function enter({ counts, verdicts, lines }: Tally, examined: Examined): void {
  const { answer, comparison } = examined;
  counts.asked += 1;
  counts[answer.ok ? "accepted" : "rejected"] += 1;
  if (comparison.verdict === "machine") counts.machine += 1;
  if (comparison.verdict === "different") verdicts.push(examined);
  if (comparison.verdict === "different") counts.disagreements += 1;
  if (comparison.verdict !== "equal" || comparison.line === "none") return;
  counts[comparison.line === "equal" ? "sameLine" : "otherLine"] += 1;
  if (comparison.line === "different") lines.push(examined);
}

/** Works through the items, `jobs` at once. */
export async function inParallel<Item>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}

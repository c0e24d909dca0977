import { lint } from "smtpd-conf";
import { restsOnMachine } from "../conformance/compare.ts";
import { type Asker, type Daemon, type DaemonRelease, openAsker } from "../conformance/daemon.ts";
import { inputFor, type Judgement, judgeFixes } from "./judge-fixes.ts";
import { otherDecisions } from "./judge-meaning.ts";
import { type Materials, makeWrongText, type WrongText } from "./wrong-texts.ts";

/** What came of a run. */
export interface Campaign {
  readonly texts: number;
  readonly changed: number;
  readonly mostRounds: number;
  /** How often a daemon was asked about a text before and behind. */
  readonly asked: number;
  /** Verdicts of a daemon that got better. */
  readonly accepted: number;
  /** Texts that smtpd accepts and safe fixes changed, and whose decisions were compared. */
  readonly compared: number;
  readonly applied: ReadonlyMap<string, number>;
  readonly left: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

export interface Order {
  readonly seed: number;
  readonly count: number;
  readonly suggested: boolean;
}

type Counts = {
  -readonly [Key in keyof Campaign]: Campaign[Key] extends ReadonlyMap<string, number>
    ? Map<string, number>
    : Campaign[Key] extends readonly string[]
      ? string[]
      : Campaign[Key];
};

/** Fixes generated texts and gathers what is wrong with that; asks the daemons of their releases, where there are any. */
export async function runFixes(
  { seed, count, suggested }: Order,
  materials: Materials,
  askers: ReadonlyMap<DaemonRelease, Asker>,
): Promise<Campaign> {
  const counts: Counts = {
    texts: 0,
    changed: 0,
    mostRounds: 0,
    asked: 0,
    accepted: 0,
    compared: 0,
    applied: new Map(),
    left: new Map(),
    faults: [],
  };
  for (let index = 0; index < count; index++) {
    const wrong = makeWrongText(seed, index, materials);
    const judgement = judgeFixes(wrong, suggested);
    enter(counts, judgement, wrong);
    const faults = [...judgement.faults];
    if (judgement.fixed !== wrong.text) {
      const asker = askers.get(wrong.release);
      if (asker !== undefined) faults.push(...(await askBoth(asker, wrong, judgement.fixed, counts)));
      if (!suggested) faults.push(...meaningFaults(wrong, judgement, seed, index, counts));
    }
    counts.faults.push(...faults.map((fault) => describe(fault, wrong, judgement, index)));
  }
  return counts;
}

function enter(counts: Counts, { fixed, applied, left, rounds }: Judgement, { text }: WrongText): void {
  counts.texts++;
  if (fixed !== text) counts.changed++;
  counts.mostRounds = Math.max(counts.mostRounds, rounds);
  for (const code of applied) counts.applied.set(code, (counts.applied.get(code) ?? 0) + 1);
  for (const code of left) counts.left.set(code, (counts.left.get(code) ?? 0) + 1);
}

/** What smtpd itself says of a text before and behind. What rests on this machine says nothing of the text. */
async function askBoth(asker: Asker, { text }: WrongText, fixed: string, counts: Counts): Promise<readonly string[]> {
  const [before, after] = await Promise.all([asker.ask(text), asker.ask(fixed)]);
  counts.asked++;
  if (!before.ok && after.ok) counts.accepted++;
  if (!before.ok || after.ok || restsOnMachine(after)) return [];
  return [`smtpd refuses it now: ${[...after.errors, ...after.other].join("; ")}`];
}

function meaningFaults(
  wrong: WrongText,
  { fixed }: Judgement,
  seed: number,
  index: number,
  counts: Counts,
): readonly string[] {
  if (lint(inputFor(wrong, wrong.text)).verdict === "rejected") return [];
  counts.compared++;
  return otherDecisions(wrong, fixed, seed, index).slice(0, 1);
}

function describe(
  fault: string,
  { origin, release, text }: WrongText,
  { fixed, applied }: Judgement,
  index: number,
): string {
  return `${index}, ${origin}, ${release}: ${fault}\napplied: ${applied.join(" ")}\n${text}\n--- fixed:\n${fixed}\n`;
}

/** An asker for each daemon; they share a folder. */
export function openAskers(daemons: readonly Daemon[], folder: string): ReadonlyMap<DaemonRelease, Asker> {
  return new Map(daemons.map((daemon) => [daemon.release, openAsker(daemon, folder, 2)]));
}

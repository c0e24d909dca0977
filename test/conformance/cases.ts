import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askLinter, compare, type Opinion } from "./compare.ts";
import { type Answer, type Asker, type Daemon, type DaemonRelease, openAsker, withScratchFolder } from "./daemon.ts";
import { shrink } from "./shrink.ts";

/** A kept text, its characters being bytes, with what the daemons said. */
export interface Case {
  readonly text: string;
  /** The first line with an error must be the daemon's too. */
  readonly line?: boolean;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** What makes a text worth keeping: linter and daemon differ in the verdict, or only in the first line. */
export type Matter = "verdict" | "line";

/**
 * The smallest text that shows the same difference between the linter and this daemon: the same verdicts and, where only
 * the line differs, the same first finding of both.
 */
export function shrinkDifference(daemon: Daemon, text: string, matter: Matter): Promise<string> {
  return withAsker(daemon, async (asker) => {
    const wanted = kindOfDifference(askLinter(text, daemon.release), await asker.ask(text), matter);
    return shrink(text, async (smaller) => {
      const answer = await asker.ask(smaller);
      return kindOfDifference(askLinter(smaller, daemon.release), answer, matter) === wanted;
    });
  });
}

/** What differences have in common that come from one cause; undefined where there is no difference of this sort. */
export function kindOfDifference(opinion: Opinion, answer: Answer, matter: Matter): string | undefined {
  const comparison = compare(opinion, answer);
  const lineOnly = comparison.verdict === "equal" && comparison.line === "different";
  const differs = matter === "verdict" ? comparison.verdict === "different" : lineOnly;
  if (!differs) return undefined;
  const said = answer.errors[0]?.[1] ?? answer.other[0] ?? "";
  return `linter: ${verdictOf(opinion)}, daemon: ${answer.ok ? "accepted" : withoutNames(said)}`;
}

function verdictOf(opinion: Opinion): string {
  if (opinion.threw) return "threw an exception";
  return opinion.ok ? "accepted" : codeOf(opinion);
}

// The code of the linter's first finding.
function codeOf(opinion: Opinion): string {
  return /\(([a-z0-9-]+)\)$/.exec(opinion.messages[0] ?? "")?.[1] ?? "none";
}

// A message of the daemon without what it quotes from the text.
function withoutNames(message: string): string {
  return message.replace(/^smtpd: /, "").replace(/: .*| '.*' | ".*" |"\d+" /s, " ... ");
}

function withAsker<Found>(daemon: Daemon, use: (asker: Asker) => Promise<Found>): Promise<Found> {
  return withScratchFolder(async (folder) => {
    const asker = openAsker(daemon, folder, 1);
    return use(asker).finally(asker.close);
  });
}

/** The text with the answers of all these daemons. */
export async function caseOf(text: string, daemons: readonly Daemon[], matter: Matter): Promise<Case> {
  const answers: Partial<Record<DaemonRelease, Answer>> = {};
  for (const daemon of daemons) answers[daemon.release] = await withAsker(daemon, (asker) => asker.ask(text));
  return matter === "line" ? { text, line: true, answers } : { text, answers };
}

/** Writes a case below `folder` under a name made of its text, and gives the path. */
export function keepCase(folder: string, kept: Case): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${createHash("sha256").update(kept.text, "latin1").digest("hex").slice(0, 12)}.json`);
  writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`);
  return path;
}

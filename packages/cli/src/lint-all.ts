import { availableParallelism } from "node:os";
import { isApart } from "./apart.ts";
import { sizeOf } from "./file-size.ts";
import { shareSurroundings } from "./host/open-surroundings.ts";
import { lintEach } from "./lint-each.ts";
import { type FileToLint, lintFile } from "./lint-file.ts";
import type { FixRequest } from "./options.ts";
import type { FileReport } from "./report.ts";

/** A run over files. */
export interface LintRun {
  /** What came of each file, in their order. */
  readonly reports: AsyncIterable<FileReport>;
  /** Files that could not be looked at, since this user may not read them; complete once all reports are there. */
  readonly hidden: () => ReadonlySet<string>;
}

/** Bytes of configuration that are worth a thread of their own: it takes a tenth of a second to start. */
const bytesForThread = 256 * 1024;
const mostThreads = 8;

/** Checks files, in several threads where that pays; with `fix` it fixes them, one after the other. */
export async function lintAll(files: readonly FileToLint[], fix?: FixRequest): Promise<LintRun> {
  if (fix !== undefined) {
    const { fixFile } = await import("./fix-file.ts");
    return inTurn(files, (file, surroundings) => fixFile(file, surroundings, fix));
  }
  const threads = threadsFor(files);
  if (threads < 2) return inTurn(files, lintFile);
  const { reports, hidden } = (await import("./parallel/lint-in-parallel.ts")).lintInParallel(files, threads);
  return { reports, hidden: () => hidden };
}

function inTurn(files: readonly FileToLint[], work: typeof lintFile): LintRun {
  const surroundings = shareSurroundings();
  return { reports: lintEach(files, work, surroundings), hidden: surroundings.hidden };
}

/** How many threads so many files are worth. Standard input can be read in the main thread alone. */
function threadsFor(files: readonly FileToLint[]): number {
  if (files.length < 2 || isApart() || files.some(({ file }) => file === "-")) return 1;
  const bytes = files.reduce((sum, { file }) => sum + sizeOf(file), 0);
  return Math.min(availableParallelism(), mostThreads, Math.floor(bytes / bytesForThread));
}

import { isApart } from "../apart.ts";
import type { Baseline } from "../baseline/open-baseline.ts";
import { complain, type Failure } from "../complain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { isHuge } from "../file-size.ts";
import { filesToLint } from "../files-to-lint.ts";
import { openFormat } from "../formats/open-format.ts";
import { several } from "../formats/words.ts";
import { lintAll } from "../lint-all.ts";
import type { FileToLint } from "../lint-file.ts";
import { openReport } from "../open-report.ts";
import type { Options } from "../options.ts";
import { type Outcome, openOutcome } from "../outcome.ts";
import { openOutput, type ReportOutput, writeBytes } from "../output.ts";
import { openProgress } from "../progress.ts";
import type { Fixing, UnreadFile } from "../report.ts";
import type { RunSettings } from "../settings/open-settings.ts";

/**
 * Checks the files of a command line, shows what there is to say, and gives what to end with. Where a file is huge, all of
 * that is done in a thread of its own, which is given the `parameters` again.
 */
export async function lintFiles(options: Options, parameters: readonly string[]): Promise<ExitCode> {
  const found = await filesToLint(options);
  if ("complaint" in found) return complain(found);
  const { files, run: runSettings } = found;
  if (!isApart() && files.some(({ file }) => isHuge(file)))
    return (await import("../run-apart.ts")).runApart(parameters);
  const baseline = await baselineOf(options, runSettings);
  if (baseline !== undefined && "complaint" in baseline) return complain(baseline);
  if (options.fix?.how === "diff") return (await import("./show-fixes.ts")).showFixes(files, options.fix, options);
  // What is read from standard input and fixed goes to standard output, and the findings make room for it.
  const stream = options.fix?.how === "write" && options.files.includes("-") ? 2 : 1;
  const output = await openReport(
    options.outputFile,
    files.map(({ file }) => file),
    stream,
  );
  if ("complaint" in output) return complain(output);
  const errors = openOutput(2);
  const format = await openFormat(options, output, stream);
  const say = (text: string) => {
    output.flush();
    errors.write(`smtpd-lint: ${text}\n`);
    errors.flush();
  };
  const outcome = openOutcome({
    failOn: options.failOn ?? runSettings.failOn,
    maxWarnings: options.maxWarnings ?? runSettings.maxWarnings,
  });
  const run = await lintAll(files, options.fix);
  const progress = await openProgress(files.length);
  let index = 0;
  for await (const raw of run.reports) {
    const { file, settings } = files[index++] as FileToLint;
    const report = baseline?.apply(raw, settings) ?? raw;
    progress.clear();
    format.file(report);
    outcome.add(report);
    if (report.kind === "unread") say(complaintAbout(report, options));
    else if (report.fixing !== undefined) settleFixing(report.path, file === "-" && stream === 2, report.fixing, say);
    progress.step();
  }
  progress.clear();
  format.end();
  output.flush();
  const code = conclude({ output, hidden: run.hidden(), baseline, outcome, say }, options);
  if (options.verdictOnly && !options.quiet && code === exitCodes.accepted) errors.write("configuration OK\n");
  errors.flush();
  return code;
}

/** What is left to do once all files were checked. */
interface Conclusion {
  readonly output: ReportOutput;
  readonly hidden: ReadonlySet<string>;
  readonly baseline: Baseline | undefined;
  readonly outcome: Outcome;
  readonly say: (text: string) => void;
}

/** Saves what is to be saved, says what there is to say of it, and gives what to end with. */
function conclude({ output, hidden, baseline, outcome, say }: Conclusion, { quiet }: Options): ExitCode {
  const unsaved = output.save();
  if (unsaved !== undefined) say(unsaved);
  for (const path of hidden) say(`${path}: not checked: only root may read it, as smtpd does.`);
  const { sentence, failed = false } = baseline?.end() ?? {};
  if (sentence !== undefined && (failed || !quiet)) say(sentence);
  if (unsaved !== undefined || failed) return exitCodes.unreadable;
  const code = outcome.code();
  const reason = code === exitCodes.refused ? outcome.reason() : undefined;
  if (reason !== undefined) say(reason);
  return code;
}

/** The baseline of the command line, else that of the settings. Without rules there is none to use. */
async function baselineOf(
  { baseline, updateBaseline, verdictOnly }: Options,
  settings: RunSettings,
): Promise<Baseline | Failure | undefined> {
  const path = baseline ?? settings.baseline;
  if (path === undefined && updateBaseline) {
    return { complaint: "--update-baseline wants to know the file: name it with --baseline.", code: exitCodes.usage };
  }
  if (path === undefined || verdictOnly) return undefined;
  return (await import("../baseline/open-baseline.ts")).openBaseline(path, updateBaseline);
}

/** Says what stands in the way of fixing a file, or writes the fixed text to standard output. */
function settleFixing(
  path: string,
  isShown: boolean,
  { unwritten, otherNames, after, encoding }: Fixing,
  say: (text: string) => void,
): void {
  if (isShown) writeBytes(1, Buffer.from(after, encoding));
  if (unwritten !== undefined) say(`${path}: not fixed: ${unwritten}.`);
  if (otherNames > 0) say(`${path}: fixed, but not under its ${several(otherNames, "other name")} (hard links).`);
}

function complaintAbout({ path, reason }: UnreadFile, { files }: Options): string {
  if (files.length > 0) return `${path}: ${reason}.`;
  return `${path}: ${reason} in this folder. Name the file to check: smtpd-lint /etc/smtpd.conf`;
}

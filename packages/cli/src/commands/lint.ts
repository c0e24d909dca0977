import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { openFormat } from "../formats/open-format.ts";
import { openSurroundings } from "../host/open-surroundings.ts";
import type { OpenedSurroundings } from "../host/surroundings.ts";
import { lintText } from "../lint-text.ts";
import { defaultFile, type Options } from "../options.ts";
import { openOutput } from "../output.ts";
import { readInput } from "../read-source.ts";
import type { FileReport } from "../report.ts";

/** Checks the files of a command line, shows what there is to say, and gives what to end with. */
export async function lintFiles(options: Options): Promise<ExitCode> {
  const [output, errors] = [openOutput(1), openOutput(2)];
  const format = await openFormat(options, output);
  const surroundings = await openSurroundings(options.surroundings, options.target);
  const complain = (text: string) => {
    output.flush();
    errors.write(`smtpd-lint: ${text}\n`);
    errors.flush();
  };
  let worst: ExitCode = exitCodes.accepted;
  for (const path of options.files.length > 0 ? options.files : [defaultFile]) {
    const report = await reportOn(path, options, surroundings);
    format.file(report);
    if (report.kind === "unread") complain(complaintAbout(report, options));
    worst = worse(worst, exitCodeOf(report));
  }
  format.end();
  output.flush();
  for (const path of surroundings?.hidden ?? [])
    complain(`${path}: not checked: only root may read it, as smtpd does.`);
  if (options.verdictOnly && !options.quiet && worst === exitCodes.accepted) errors.write("configuration OK\n");
  errors.flush();
  return worst;
}

async function reportOn(
  file: string,
  options: Options,
  surroundings: OpenedSurroundings | undefined,
): Promise<FileReport> {
  const source = readInput(file);
  const path = file === "-" ? options.stdinFilename : file;
  if (source.kind === "unread") return { kind: "unread", path, reason: source.words };
  const { verdict, diagnostics } = await lintText(path, source, options, surroundings);
  return { kind: "linted", path, verdict, diagnostics };
}

function exitCodeOf(report: FileReport): ExitCode {
  if (report.kind === "unread") return exitCodes.unreadable;
  const wrong = report.verdict === "rejected" || report.diagnostics.some(({ severity }) => severity === "error");
  return wrong ? exitCodes.refused : exitCodes.accepted;
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}

function complaintAbout({ path, reason }: Extract<FileReport, { kind: "unread" }>, { files }: Options): string {
  if (files.length > 0) return `${path}: ${reason}.`;
  return `${path}: ${reason} in this folder. Name the file to check: smtpd-lint /etc/smtpd.conf`;
}

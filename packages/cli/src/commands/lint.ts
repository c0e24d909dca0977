import { fstatSync } from "node:fs";
import { type LintInput, type LintResult, lint } from "smtpd-conf";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { wantsColor } from "../formats/paint.ts";
import { openText } from "../formats/text.ts";
import type { OpenedSurroundings } from "../host/surroundings.ts";
import { openIncludedFiles } from "../included-files.ts";
import { defaultFile, type Options } from "../options.ts";
import { type Output, openOutput } from "../output.ts";
import { readSource, readStandardInput, type SourceText } from "../read-source.ts";
import type { FileReport, Format, FormatSettings } from "../report.ts";

/** Checks the files of a command line, shows what there is to say, and gives what to end with. */
export async function lintFiles(options: Options): Promise<ExitCode> {
  const [output, errors] = [openOutput(1), openOutput(2)];
  const format = await openFormat(options, output);
  const surroundings = await openSurroundings(options);
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

/** Formats and surroundings that are not always needed are loaded only then: starting is most of what a run takes. */
async function openFormat(options: Options, output: Output): Promise<Format> {
  const { target, color, format, verdictOnly, quiet } = options;
  if (format === "json") return (await import("../formats/json.ts")).openJson(output, { target });
  const colored = wantsColor(color, process.env, color === "auto" && (await writesToTerminal()));
  const settings: FormatSettings = { target, colored, summary: !verdictOnly && !quiet };
  return openText(output, settings);
}

async function writesToTerminal(): Promise<boolean> {
  try {
    return fstatSync(1).isCharacterDevice() && (await import("node:tty")).isatty(1);
  } catch {
    return false;
  }
}

async function openSurroundings({ surroundings, target }: Options): Promise<OpenedSurroundings | undefined> {
  if (surroundings.kind === "none") return undefined;
  const { openHost, openRoot } = await import("../host/surroundings.ts");
  return surroundings.kind === "host" ? openHost(target) : openRoot(surroundings.folder, target);
}

async function reportOn(
  file: string,
  options: Options,
  surroundings: OpenedSurroundings | undefined,
): Promise<FileReport> {
  const source = file === "-" ? readStandardInput() : readSource(file);
  const path = file === "-" ? options.stdinFilename : file;
  if (source.kind === "unread") return { kind: "unread", path, reason: source.words };
  const { verdict, diagnostics } = await lintText(path, source, options, surroundings);
  const shown = options.verdictOnly ? diagnostics.filter(({ kind }) => kind === "check") : diagnostics;
  return { kind: "linted", path, verdict, diagnostics: shown };
}

/** Lints once, and once more where names had to be looked up on the way. */
async function lintText(
  path: string,
  { text, encoding }: Extract<SourceText, { kind: "text" }>,
  { target, definitions }: Options,
  surroundings: OpenedSurroundings | undefined,
): Promise<LintResult> {
  const { machine, readTableKind, locate = (name: string) => name } = surroundings ?? {};
  const input = (): LintInput => {
    const files = openIncludedFiles(locate);
    return { path, text, encoding, target, definitions, files, machine, readTableKind };
  };
  const result = lint(input());
  return (await surroundings?.settle()) ? lint(input()) : result;
}

function exitCodeOf(report: FileReport): ExitCode {
  if (report.kind === "unread") return exitCodes.unreadable;
  return report.verdict === "rejected" ? exitCodes.refused : exitCodes.accepted;
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}

function complaintAbout({ path, reason }: Extract<FileReport, { kind: "unread" }>, { files }: Options): string {
  if (files.length > 0) return `${path}: ${reason}.`;
  return `${path}: ${reason} in this folder. Name the file to check: smtpd-lint /etc/smtpd.conf`;
}

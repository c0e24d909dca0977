import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { settingsFrom } from "../file-settings.ts";
import { openFormat } from "../formats/open-format.ts";
import { shareSurroundings } from "../host/open-surroundings.ts";
import { type FileToLint, lintFile } from "../lint-file.ts";
import { defaultFile, type Options } from "../options.ts";
import { openOutcome } from "../outcome.ts";
import { openOutput } from "../output.ts";
import type { UnreadFile } from "../report.ts";

/** Checks the files of a command line, shows what there is to say, and gives what to end with. */
export async function lintFiles(options: Options): Promise<ExitCode> {
  const [output, errors] = [openOutput(1), openOutput(2)];
  const format = await openFormat(options, output);
  const complain = (text: string) => {
    output.flush();
    errors.write(`smtpd-lint: ${text}\n`);
    errors.flush();
  };
  const outcome = openOutcome();
  const surroundings = shareSurroundings();
  for (const file of filesToLint(options)) {
    const { settings } = file;
    const report = await lintFile(file, await surroundings.open(settings.surroundings, settings.target));
    format.file(report);
    outcome.add(report);
    if (report.kind === "unread") complain(complaintAbout(report, options));
  }
  format.end();
  output.flush();
  for (const path of surroundings.hidden()) complain(`${path}: not checked: only root may read it, as smtpd does.`);
  const code = outcome.code();
  if (options.verdictOnly && !options.quiet && code === exitCodes.accepted) errors.write("configuration OK\n");
  errors.flush();
  return code;
}

function filesToLint(options: Options): readonly FileToLint[] {
  const named = options.files.length > 0 ? options.files : [defaultFile];
  const settings = settingsFrom(options);
  return named.map((file) => ({ file, path: file === "-" ? options.stdinFilename : file, settings }));
}

function complaintAbout({ path, reason }: UnreadFile, { files }: Options): string {
  if (files.length > 0) return `${path}: ${reason}.`;
  return `${path}: ${reason} in this folder. Name the file to check: smtpd-lint /etc/smtpd.conf`;
}

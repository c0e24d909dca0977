import {
  type LintResult,
  loopbackOnly,
  type MachineFacts,
  type Model,
  type Release,
  type TableFiles,
} from "smtpd-conf";
import { complain, type Failure } from "./complain.ts";
import type { ConfigurationOptions } from "./configuration-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { FileSettings } from "./file-settings.ts";
import { openFormat } from "./formats/open-format.ts";
import { openSurroundings } from "./host/open-surroundings.ts";
import { lintText } from "./lint-text.ts";
import { defaultOptions } from "./options.ts";
import { type Output, openOutput } from "./output.ts";
import { readInput } from "./read-source.ts";
import { openSettings } from "./settings/open-settings.ts";

/** A configuration that smtpd takes, and what else is known. */
export interface AcceptedConfiguration {
  /** The release that it was read for. */
  readonly target: Release;
  /** Whether the files of tables were read. */
  readonly readsFiles: boolean;
  readonly model: Model;
  readonly machine: MachineFacts;
  readonly tableFiles: TableFiles | undefined;
}

/**
 * Reads a configuration and hands it on, with standard output to write to; gives what to end with. One that smtpd refuses
 * is not handed on: its findings are shown as `smtpd-lint FILE` shows them.
 */
export async function onConfiguration(
  options: ConfigurationOptions,
  work: (configuration: AcceptedConfiguration, output: Output) => Promise<ExitCode>,
): Promise<ExitCode> {
  const output = openOutput(1);
  const path = options.file === "-" ? defaultOptions.stdinFilename : options.file;
  const source = readInput(options.file);
  if (source.kind === "unread") return complain({ complaint: `${path}: ${source.words}.`, code: exitCodes.unreadable });
  // Only what smtpd refuses counts here.
  const settings = await settingsOf(path, options);
  if ("complaint" in settings) return complain(settings);
  const { target } = settings;
  const surroundings = await openSurroundings(settings.surroundings, target);
  const result = await lintText(path, source, settings, surroundings);
  if (result.verdict === "rejected") return showRefusal(path, result, options, output);
  const machine = machineOf(options, surroundings?.machine.facts);
  const tableFiles = surroundings?.tableFiles;
  const code = await work(
    { target, readsFiles: surroundings !== undefined, model: result.model, machine, tableFiles },
    output,
  );
  output.flush();
  for (const hidden of surroundings?.hidden ?? [])
    complain({ complaint: `${hidden}: not read: permission denied.`, code });
  return code;
}

/** How the file is to be read: as the command line says, else as the settings file that counts for it. */
async function settingsOf(path: string, options: ConfigurationOptions): Promise<FileSettings | Failure> {
  const settings = await openSettings({ ...options, verdictOnly: true, rules: {}, template: "none" });
  return "complaint" in settings ? settings : settings.for(path);
}

async function showRefusal(
  path: string,
  { verdict, target, diagnostics }: LintResult,
  { color, format }: ConfigurationOptions,
  output: Output,
): Promise<ExitCode> {
  const shown = await openFormat({ ...defaultOptions, target, color, format }, output);
  shown.file({ kind: "linted", path, target, verdict, diagnostics, suppressed: [] });
  shown.end();
  output.flush();
  return exitCodes.refused;
}

/** What the command line says of the machine, else what `--host` or `--root` finds, else as little as possible. */
function machineOf({ hostname, addresses }: ConfigurationOptions, found: MachineFacts = loopbackOnly): MachineFacts {
  return { hostname: hostname ?? found.hostname, addresses: addresses.length > 0 ? addresses : found.addresses };
}

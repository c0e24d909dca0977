import { type LintResult, loopbackOnly, type MachineFacts, type Model, type TableFiles } from "smtpd-conf";
import { complain } from "./complain.ts";
import type { ConfigurationOptions } from "./configuration-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { openFormat } from "./formats/open-format.ts";
import { openSurroundings } from "./host/open-surroundings.ts";
import { lintText } from "./lint-text.ts";
import { defaultOptions } from "./options.ts";
import { type Output, openOutput } from "./output.ts";
import { readInput } from "./read-source.ts";

/** A configuration that smtpd takes, and what else is known. */
export interface AcceptedConfiguration {
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
  const surroundings = await openSurroundings(options.surroundings, options.target);
  // Only what smtpd refuses counts here.
  const result = await lintText(path, source, { ...options, rules: { preset: "none" } }, surroundings);
  if (result.verdict === "rejected") return showRefusal(path, result, options, output);
  const machine = machineOf(options, surroundings?.machine.facts);
  const code = await work({ model: result.model, machine, tableFiles: surroundings?.tableFiles }, output);
  output.flush();
  for (const hidden of surroundings?.hidden ?? [])
    complain({ complaint: `${hidden}: not read: permission denied.`, code });
  return code;
}

async function showRefusal(
  path: string,
  { verdict, diagnostics }: LintResult,
  { target, color, format }: ConfigurationOptions,
  output: Output,
): Promise<ExitCode> {
  const shown = await openFormat({ ...defaultOptions, target, color, format }, output);
  shown.file({ kind: "linted", path, target, verdict, diagnostics });
  shown.end();
  output.flush();
  return exitCodes.refused;
}

/** What the command line says of the machine, else what `--host` or `--root` finds, else as little as possible. */
function machineOf({ hostname, addresses }: ConfigurationOptions, found: MachineFacts = loopbackOnly): MachineFacts {
  return { hostname: hostname ?? found.hostname, addresses: addresses.length > 0 ? addresses : found.addresses };
}

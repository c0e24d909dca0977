import { buildRuleset, decide, type Envelope, type LintResult, loopbackOnly, type MachineFacts } from "smtpd-conf";
import type { DecidedEnvelope } from "../decided-envelope.ts";
import { type EnvelopeInput, envelopeFrom, parseEnvelope } from "../envelope-input.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { isColored, openFormat } from "../formats/open-format.ts";
import { openSurroundings } from "../host/open-surroundings.ts";
import { lintText } from "../lint-text.ts";
import type { MatchOptions } from "../match-options.ts";
import { defaultOptions } from "../options.ts";
import { type Output, openOutput } from "../output.ts";
import { readSource, readStandardInput, type SourceText } from "../read-source.ts";

/** What ends the command early: a complaint for standard error, and the exit status. */
interface Failure {
  readonly complaint: string;
  readonly code: ExitCode;
}

/** Says which rule of a configuration decides about each envelope; gives what to end with. */
export async function matchFile(options: MatchOptions): Promise<ExitCode> {
  const output = openOutput(1);
  const path = options.file === "-" ? defaultOptions.stdinFilename : options.file;
  const source = readInput(options.file);
  if (source.kind === "unread") return complain({ complaint: `${path}: ${source.words}.`, code: exitCodes.unreadable });
  const surroundings = await openSurroundings(options.surroundings, options.target);
  // Only what smtpd refuses counts here.
  const result = await lintText(path, source, { ...options, rules: { preset: "none" } }, surroundings);
  if (result.verdict === "rejected") return showRefusal(path, result, options, output);
  const machine = machineOf(options, surroundings?.machine.facts);
  const envelopes = readEnvelopes(options, machine);
  if ("complaint" in envelopes) return complain(envelopes);
  const ruleset = buildRuleset(result.model, { machine, tableFiles: surroundings?.tableFiles });
  const decided = envelopes.map((envelope) => ({ envelope, decision: decide(ruleset, envelope) }));
  await showDecisions(decided, result, options, output);
  for (const hidden of surroundings?.hidden ?? [])
    complain({ complaint: `${hidden}: not read: permission denied.`, code: exitCodes.accepted });
  return exitCodes.accepted;
}

function readInput(file: string): SourceText {
  return file === "-" ? readStandardInput() : readSource(file);
}

function complain({ complaint, code }: Failure): ExitCode {
  const errors = openOutput(2);
  errors.write(`smtpd-lint: ${complaint}\n`);
  errors.flush();
  return code;
}

async function showRefusal(
  path: string,
  { verdict, diagnostics }: LintResult,
  { target, color, format }: MatchOptions,
  output: Output,
): Promise<ExitCode> {
  const shown = await openFormat({ ...defaultOptions, target, color, format }, output);
  shown.file({ kind: "linted", path, verdict, diagnostics });
  shown.end();
  output.flush();
  return exitCodes.refused;
}

/** What the command line says of the machine, else what `--host` or `--root` finds, else as little as possible. */
function machineOf({ hostname, addresses }: MatchOptions, found: MachineFacts = loopbackOnly): MachineFacts {
  return { hostname: hostname ?? found.hostname, addresses: addresses.length > 0 ? addresses : found.addresses };
}

/** The envelopes that the command line asks about. */
function readEnvelopes({ envelopes, target }: MatchOptions, machine: MachineFacts): readonly Envelope[] | Failure {
  const settings = { target, machine };
  if ("file" in envelopes) return readEnvelopeFile(envelopes.file, (input) => envelopeFrom(input, settings));
  const envelope = envelopeFrom(envelopes, settings);
  return typeof envelope === "string" ? { complaint: envelope, code: exitCodes.usage } : [envelope];
}

function readEnvelopeFile(
  file: string,
  toEnvelope: (input: EnvelopeInput) => Envelope | string,
): readonly Envelope[] | Failure {
  const path = file === "-" ? defaultOptions.stdinFilename : file;
  const source = readInput(file);
  if (source.kind === "unread") return { complaint: `${path}: ${source.words}.`, code: exitCodes.unreadable };
  const found: Envelope[] = [];
  for (const [index, line] of source.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const input = parseEnvelope(line);
    const envelope = typeof input === "string" ? input : toEnvelope(input);
    if (typeof envelope === "string") return { complaint: `${path}:${index + 1}: ${envelope}`, code: exitCodes.usage };
    found.push(envelope);
  }
  return found;
}

async function showDecisions(
  decided: readonly DecidedEnvelope[],
  result: LintResult,
  { color, format, surroundings }: MatchOptions,
  output: Output,
): Promise<void> {
  if (format === "json") {
    const { writeDecisions } = await import("../formats/match-json.ts");
    writeDecisions(decided, result.configuration, output);
  } else {
    const { writeDecisions } = await import("../formats/match-text.ts");
    writeDecisions(
      decided,
      result.model,
      { colored: await isColored(color), readsFiles: surroundings.kind !== "none" },
      output,
    );
  }
  output.flush();
}

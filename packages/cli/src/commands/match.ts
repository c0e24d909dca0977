import { buildRuleset, decide, type Envelope } from "smtpd-conf";
import { complain, type Failure } from "../complain.ts";
import type { DecidedEnvelope } from "../decided-envelope.ts";
import { type EnvelopeInput, type EnvelopeSettings, envelopeFrom, parseEnvelope } from "../envelope-input.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { isColored } from "../formats/open-format.ts";
import type { MatchOptions } from "../match-options.ts";
import { type AcceptedConfiguration, onConfiguration } from "../on-configuration.ts";
import { defaultOptions } from "../options.ts";
import type { Output } from "../output.ts";
import { readInput } from "../read-source.ts";

/** Says which rule of a configuration decides about each envelope; gives what to end with. */
export function matchFile(options: MatchOptions): Promise<ExitCode> {
  return onConfiguration(options, async (configuration, output) => {
    const { target, model, machine, tableFiles } = configuration;
    const envelopes = readEnvelopes(options, { target, machine });
    if ("complaint" in envelopes) return complain(envelopes);
    const ruleset = buildRuleset(model, { machine, tableFiles });
    const decided = envelopes.map((envelope) => ({ envelope, decision: decide(ruleset, envelope) }));
    await showDecisions(decided, configuration, options, output);
    return exitCodes.accepted;
  });
}

/** The envelopes that the command line asks about. */
function readEnvelopes({ envelopes }: MatchOptions, settings: EnvelopeSettings): readonly Envelope[] | Failure {
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
  { model, readsFiles }: AcceptedConfiguration,
  { color, format }: MatchOptions,
  output: Output,
): Promise<void> {
  if (format === "json") {
    const { writeDecisions } = await import("../formats/match-json.ts");
    writeDecisions(decided, model.configuration, output);
  } else {
    const { writeDecisions } = await import("../formats/match-text.ts");
    const settings = { colored: await isColored(color), readsFiles };
    writeDecisions(decided, model, settings, output);
  }
}

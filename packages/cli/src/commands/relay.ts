import { findAccess, openAnalysis, type RelayProof } from "smtpd-conf";
import type { ConfigurationOptions } from "../configuration-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { isColored } from "../formats/open-format.ts";
import { type AcceptedConfiguration, onConfiguration } from "../on-configuration.ts";
import type { Output } from "../output.ts";
import type { ProvenRelay } from "../proven-relay.ts";

/** Says whether strangers can relay through a configuration; gives what to end with. */
export function proveRelay(options: ConfigurationOptions): Promise<ExitCode> {
  return onConfiguration(options, async ({ model, machine, tableFiles, readsFiles }, output) => {
    const analysis = openAnalysis(model, { machine, tableFiles });
    const listeners = analysis.listeners();
    const ruleset = analysis.ruleset();
    const proof = analysis.relay();
    const access = findAccess(model, listeners, ruleset);
    await showRelay({ proof, access, model, listeners, rules: ruleset.rules }, { ...options, readsFiles }, output);
    return endings[proof.answer];
  });
}

const endings: Readonly<Record<RelayProof["answer"], ExitCode>> = {
  no: exitCodes.accepted,
  yes: exitCodes.refused,
  depends: exitCodes.unproven,
  unknown: exitCodes.unproven,
};

async function showRelay(
  proven: ProvenRelay,
  { color, format, readsFiles }: ConfigurationOptions & Pick<AcceptedConfiguration, "readsFiles">,
  output: Output,
): Promise<void> {
  if (format === "json") {
    const { writeRelay } = await import("../formats/relay-json.ts");
    writeRelay(proven, output);
  } else {
    const { writeRelay } = await import("../formats/relay-text.ts");
    writeRelay(proven, { colored: await isColored(color), readsFiles }, output);
  }
}

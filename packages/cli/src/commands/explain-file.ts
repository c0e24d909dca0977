import type { ConfigurationOptions } from "../configuration-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { explainConfiguration } from "../formats/explain-configuration.ts";
import { isColored } from "../formats/open-format.ts";
import { textWidth } from "../formats/text-width.ts";
import { onConfiguration } from "../on-configuration.ts";

/** Says in plain sentences what a configuration does; gives what to end with. */
export function explainFile(options: ConfigurationOptions): Promise<ExitCode> {
  const { color, format, hostname } = options;
  return onConfiguration(options, async ({ model, machine, tableFiles }, output) => {
    const readsFiles = tableFiles !== undefined;
    const machineKnown = readsFiles || hostname !== undefined;
    const explanation = explainConfiguration({ model, machine, tableFiles, machineKnown, readsFiles });
    const { sources } = model.configuration;
    if (format === "json") {
      const { writeExplanation } = await import("../formats/explain-json.ts");
      writeExplanation(explanation, sources, output);
    } else {
      const { writeExplanation } = await import("../formats/explain-text.ts");
      writeExplanation(explanation, { colored: await isColored(color), width: textWidth(), sources }, output);
    }
    return exitCodes.accepted;
  });
}

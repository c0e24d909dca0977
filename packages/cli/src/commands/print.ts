import { effectiveConfiguration, loopbackOnly, type Model, openAnalysis, printConfiguration } from "smtpd-conf";
import type { ConfigurationOptions } from "../configuration-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { onConfiguration } from "../on-configuration.ts";
import { type Output, writeBytes } from "../output.ts";

/** Prints what smtpd makes of a configuration; gives what to end with. */
export function printFile(options: ConfigurationOptions): Promise<ExitCode> {
  return onConfiguration(options, async ({ model, machine, tableFiles }, output) => {
    const analysis = openAnalysis(model, { machine, tableFiles });
    const serverName = machine.hostname === loopbackOnly.hostname ? undefined : machine.hostname;
    const effective = effectiveConfiguration(model, analysis, { serverName });
    if (options.format === "json") {
      const { writeConfiguration } = await import("../formats/print-json.ts");
      writeConfiguration(effective, output);
    } else {
      writeText(printConfiguration(effective), model, output);
    }
    return exitCodes.accepted;
  });
}

/** A file that is not UTF-8 was read byte by byte, and its strings come out as the bytes that they were. */
function writeText(text: string, { configuration: { sources } }: Model, output: Output): void {
  if (sources.every(({ encoding }) => encoding === "utf8")) return output.write(text);
  const bytes = text.replace(/[^\0-\xff]/gu, (character) => Buffer.from(character).toString("latin1"));
  writeBytes(1, Buffer.from(bytes, "latin1"));
}

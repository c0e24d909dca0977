import { writeFileSync } from "node:fs";
import { complain } from "../complain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { settingsFileName } from "../options.ts";
import { openOutput } from "../output.ts";
import { systemWords } from "../read-source.ts";
import { starterSettings } from "../settings/starter-settings.ts";

/** Writes a settings file to begin with into the working directory, unless there is one; gives what to end with. */
export function writeStarter(): ExitCode {
  try {
    writeFileSync(settingsFileName, starterSettings(), { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const there = `There is a ${settingsFileName} already: it is left as it is.`;
    return complain({
      complaint: code === "EEXIST" ? there : `${settingsFileName} cannot be written: ${systemWords(message)}.`,
      code: exitCodes.usage,
    });
  }
  const output = openOutput(1);
  output.write(
    `${settingsFileName} written. It says nothing yet that is not so without it: change what should be otherwise.\n`,
  );
  output.flush();
  return exitCodes.accepted;
}

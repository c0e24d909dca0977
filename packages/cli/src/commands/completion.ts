import type { CommandDescription } from "../arguments/describe-program.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { shells } from "../formats/shells.ts";
import { openOutput } from "../output.ts";

/** Prints the completion script for a shell. */
export async function printCompletion(
  shell: keyof typeof shells,
  commands: readonly CommandDescription[],
): Promise<ExitCode> {
  const draw = await shells[shell]();
  const output = openOutput(1);
  output.write(draw(commands));
  output.flush();
  return exitCodes.accepted;
}

import { lintFiles } from "./commands/lint.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { plainOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { workerMark } from "./parallel/protocol.ts";

/** Runs the command; gives what it should end with. */
async function main(parameters: readonly string[]): Promise<ExitCode> {
  const plain = plainOptions(parameters);
  if (plain !== undefined) return lintFiles(plain, parameters);
  const { parseArguments } = await import("./arguments/parse-arguments.ts");
  const parsed = parseArguments(parameters);
  if (parsed.kind === "lint") return lintFiles(parsed.options, parameters);
  if (parsed.kind === "run") return parsed.run();
  if (parsed.kind === "shown") return show(1, parsed.text, exitCodes.accepted);
  return show(2, `smtpd-lint: ${parsed.message}\nTry "smtpd-lint --help".\n`, exitCodes.usage);
}

function show(descriptor: 1 | 2, text: string, code: ExitCode): ExitCode {
  const output = openOutput(descriptor);
  output.write(text);
  output.flush();
  return code;
}

/** Whatever goes wrong here is a mistake of ours. Exit status 1 would say that smtpd refuses the file. */
function confess(error: unknown): ExitCode {
  const reason = error instanceof Error ? error.message : String(error);
  return show(2, `smtpd-lint: This is a bug in smtpd-lint, please report it: ${reason}\n`, exitCodes.unreadable);
}

function end(code: ExitCode): void {
  process.exitCode = code;
}

/** In a thread that was started for it, files are checked for the main thread. */
async function serve(): Promise<void> {
  (await import("./parallel/lint-worker.ts")).serveLinting();
}

if (process.env[workerMark] !== undefined) void serve();
else main(process.argv.slice(2)).then(end, (error) => end(confess(error)));

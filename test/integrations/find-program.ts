import { spawnSync } from "node:child_process";

/** Whether a program is installed. Where it is not, this is said aloud, since what needs it is skipped. */
export function hasProgram(name: string): boolean {
  const { status } = spawnSync(name, ["--version"], { stdio: "ignore" });
  if (status !== 0) console.log(`skipped: what needs ${name}, which is not installed`);
  return status === 0;
}

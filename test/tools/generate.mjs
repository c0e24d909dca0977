// Writes what is drawn from the sources: npm run generate
// With --check nothing is written; the exit status is 1 where a file is stale.
// In two steps, since the documents show the checks whose list the first step writes.
import { spawnSync } from "node:child_process";

for (const step of ["generate-sources.ts", "generate-documents.ts"]) {
  const program = ["test/tools/run.mjs", `test/tools/${step}`, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, program, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

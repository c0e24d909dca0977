// Writes what is drawn from the sources: node test/tools/run.mjs test/tools/generate.ts [--check]
// With --check nothing is written; the exit status is 1 where a file is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkIndex } from "./generate-check-index.ts";

const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  "packages/smtpd-conf/src/linter/checks.ts": checkIndex,
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [file, make] of Object.entries(generated)) {
  const text = await make();
  const path = resolve(file);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  stale++;
  if (check) console.error(`${file} is stale: run npm run generate`);
  else writeFileSync(path, text);
}
if (check && stale > 0) process.exitCode = 1;

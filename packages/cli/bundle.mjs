// Makes dist/smtpd-lint.cjs: the command, the library and what they need in one file, since finding, reading and compiling
// code is most of what a short run takes. Beside it come dist/smtpd-lint-….cache, the code that this Node's compiler makes of
// it (bin/load.cjs says how that is used), dist/licenses.txt, the licenses of the packages that are in it, and
// dist/pages.json, the pages of all checks and rules.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { forgetCode, keepCode, licensesOf, makeProgram, readPages } from "./bundling.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const bundle = join(folder, "dist/smtpd-lint.cjs");

/** A file with mistakes, and one that smtpd takes: rules on how statements play together look at such files only. */
const samples = ["first.conf", "advice.conf"].map((name) => join(folder, "../../test/examples", name));

const [mode] = process.argv.slice(2);
if (mode === "--keep-code") keepCode(bundle, samples);
else {
  forgetCode(bundle);
  writeFileSync(join(folder, "dist/licenses.txt"), licensesOf(await makeProgram(folder, bundle)));
  writeFileSync(join(folder, "dist/pages.json"), JSON.stringify(readPages()));
  const parameters = [fileURLToPath(import.meta.url), "--keep-code"];
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the code could not be kept: ${stderr}`);
}

// Makes dist/smtpd-lint.cjs: the command, the library and what they need in one file, since finding, reading and compiling
// code is most of what a short run takes. Beside it come dist/smtpd-lint-….cache, the code that this Node's compiler makes of
// it (bin/load.cjs says how that is used), dist/licenses.txt, the licenses of the packages that are in it, and
// dist/pages.json, the pages of all checks and rules.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  common,
  forgetCode,
  keepCode,
  licensesOf,
  makeLibrary,
  readPages,
  withLibrary,
  withoutSubprocesses,
} from "./bundling.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const bundle = join(folder, "dist/smtpd-lint.cjs");

async function makeBundle() {
  const { build } = await import("esbuild");
  const { version, homepage = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const library = await makeLibrary();
  const { metafile } = await build({
    ...common,
    absWorkingDir: folder,
    entryPoints: ["src/main.ts"],
    outfile: bundle,
    minify: true,
    platform: "node",
    // The other form of jsonc-parser asks for its parts in a way that cannot be bundled.
    mainFields: ["module", "main"],
    format: "cjs",
    define: { PACKAGE_VERSION: JSON.stringify(version), PACKAGE_HOMEPAGE: JSON.stringify(homepage) },
    // What `import()` loads is in the same file, and is evaluated when it is first asked for.
    supported: { "dynamic-import": false },
    plugins: [withoutSubprocesses, withLibrary(library.text)],
  });
  return [...library.inputs, ...Object.keys(metafile.inputs).map((input) => join(folder, input))];
}

/** A file with mistakes, and one that smtpd takes: rules on how statements play together look at such files only. */
const samples = ["first.conf", "advice.conf"].map((name) => join(folder, "../../test/examples", name));

const [mode] = process.argv.slice(2);
if (mode === "--keep-code") keepCode(bundle, samples);
else {
  forgetCode(bundle);
  writeFileSync(join(folder, "dist/licenses.txt"), licensesOf(await makeBundle()));
  writeFileSync(join(folder, "dist/pages.json"), JSON.stringify(readPages()));
  const parameters = [fileURLToPath(import.meta.url), "--keep-code"];
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the code could not be kept: ${stderr}`);
}

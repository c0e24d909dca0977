// Makes dist/smtpd-lint.cjs: the command, the library and what they need in one file, since finding, reading and compiling
// code is most of what a short run takes. Beside it come dist/smtpd-lint-….cache, the code that this Node's compiler makes of
// it (bin/smtpd-lint.cjs says how that is used), and dist/licenses.txt, the licenses of the packages that are in it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { codeCachePath } from "./bin/code-cache.cjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const bundle = join(folder, "dist/smtpd-lint.cjs");
const cache = codeCachePath(join(folder, "dist"));

/** commander can start other programs, which this command never asks for; what that takes would cost 2 ms. */
const withoutSubprocesses = {
  name: "without-subprocesses",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes("/commander/") ? { path, namespace: "nothing" } : undefined,
    );
    onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

async function makeBundle() {
  const { build } = await import("esbuild");
  const { version, homepage = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["src/main.ts"],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    charset: "ascii",
    conditions: ["@smtpd-conf/source"],
    define: { PACKAGE_VERSION: JSON.stringify(version), PACKAGE_HOMEPAGE: JSON.stringify(homepage) },
    // What `import()` loads is in the same file, and is evaluated when it is first asked for.
    supported: { "dynamic-import": false },
    alias: { "lodash-es": "./lodash.mjs" },
    plugins: [withoutSubprocesses],
    legalComments: "none",
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

/** The licenses of the packages that source files are from. */
function licensesOf(inputs) {
  const packages = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const texts = [...new Set(packages)].sort().map((path) => {
    const place = join(folder, path);
    const { name, version, license } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
    const file = readdirSync(place).find((entry) => /^licen[sc]e/i.test(entry));
    return `${name} ${version}, ${license}\n\n${file ? readFileSync(join(place, file), "utf8").trim() : ""}\n`;
  });
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

/** Runs the command on a file in this process, so that the functions it takes are compiled, and keeps their code. */
function keepCode(file) {
  const script = new Script(Module.wrap(readFileSync(bundle, "latin1")), { filename: bundle });
  process.argv = [process.execPath, bundle, file];
  process.on("exit", () => {
    writeFileSync(cache, script.createCachedData());
    process.exitCode = 0;
  });
  script.runInThisContext()({}, createRequire(bundle), {}, bundle, join(folder, "dist"));
}

const [mode, sample] = process.argv.slice(2);
if (mode === "--keep-code") keepCode(sample);
else {
  for (const name of existsSync(join(folder, "dist")) ? readdirSync(join(folder, "dist")) : []) {
    if (name.endsWith(".cache")) rmSync(join(folder, "dist", name));
  }
  writeFileSync(join(folder, "dist/licenses.txt"), licensesOf(await makeBundle()));
  const parameters = [fileURLToPath(import.meta.url), "--keep-code", join(folder, "../../test/examples/first.conf")];
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the code could not be kept: ${stderr}`);
}

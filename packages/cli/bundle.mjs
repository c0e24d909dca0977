// Makes dist/smtpd-lint.cjs: the command, the library and what they need in one file, since finding, reading and compiling
// code is most of what a short run takes. Beside it come dist/smtpd-lint-….cache, the code that this Node's compiler makes of
// it (bin/smtpd-lint.cjs says how that is used), dist/licenses.txt, the licenses of the packages that are in it, and
// dist/pages.json, the pages of all checks and rules.
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

/**
 * While it looks at the grammar, Chevrotain gives the parser 80 methods such as CONSUME1 and takes them away again. Ours
 * calls the methods that take the number as an argument; the others would cost 3 ms.
 */
const withoutNumberedMethods = {
  name: "without-numbered-methods",
  setup: ({ onLoad }) => {
    onLoad({ filter: /gast_recorder\.js$/ }, ({ path }) => {
      const parts = readFileSync(path, "utf8").split("for (let i = 0; i < 10; i++)");
      if (parts.length !== 3) throw new Error(`${path} is not what it was: two loops over the numbered methods`);
      return { contents: parts.join("for (let i = 0; i < 0; i++)") };
    });
  },
};

/** The library as one module. As hundreds of them, each evaluated when it is first asked for, it would start 3 ms later. */
async function makeLibrary(build) {
  const { metafile, outputFiles } = await build({
    ...common,
    entryPoints: ["../smtpd-conf/src/index.ts"],
    platform: "neutral",
    mainFields: ["module", "main"],
    format: "esm",
    alias: { "lodash-es": "./lodash.mjs" },
    plugins: [withoutNumberedMethods],
    write: false,
  });
  return { inputs: Object.keys(metafile.inputs), text: outputFiles[0].text };
}

/** Has `smtpd-conf` be this text. */
const withLibrary = (text) => ({
  name: "with-library",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^smtpd-conf$/ }, ({ path }) => ({ path, namespace: "library" }));
    onLoad({ filter: /./, namespace: "library" }, () => ({ contents: text }));
  },
});

const common = {
  absWorkingDir: folder,
  bundle: true,
  target: "node20.19",
  charset: "ascii",
  conditions: ["@smtpd-conf/source"],
  legalComments: "none",
  metafile: true,
};

async function makeBundle() {
  const { build } = await import("esbuild");
  const { version, homepage = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const library = await makeLibrary(build);
  const { metafile } = await build({
    ...common,
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
  return [...library.inputs, ...Object.keys(metafile.inputs)];
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

/** The pages of checks and rules by code, for `smtpd-lint explain`. */
function pagesOf(kinds) {
  const pages = kinds.flatMap((kind) => {
    const place = join(folder, "../smtpd-conf/src/linter", kind);
    const names = readdirSync(place).filter((name) => name.endsWith(".md"));
    return names.map((name) => [name.replace(/\.md$/, ""), readFileSync(join(place, name), "utf8")]);
  });
  return Object.fromEntries(pages);
}

/** Runs the command on files in this process, so that the functions it takes are compiled, and keeps their code. */
function keepCode(files) {
  const script = new Script(Module.wrap(readFileSync(bundle, "latin1")), { filename: bundle });
  process.argv = [process.execPath, bundle, ...files];
  process.on("exit", () => {
    writeFileSync(cache, script.createCachedData());
    process.exitCode = 0;
  });
  script.runInThisContext()({}, createRequire(bundle), {}, bundle, join(folder, "dist"));
}

/** A file with mistakes, and one that smtpd takes: rules on how statements play together look at such files only. */
const samples = ["first.conf", "advice.conf"].map((name) => join(folder, "../../test/examples", name));

const [mode] = process.argv.slice(2);
if (mode === "--keep-code") keepCode(samples);
else {
  for (const name of existsSync(join(folder, "dist")) ? readdirSync(join(folder, "dist")) : []) {
    if (name.endsWith(".cache")) rmSync(join(folder, "dist", name));
  }
  writeFileSync(join(folder, "dist/licenses.txt"), licensesOf(await makeBundle()));
  writeFileSync(join(folder, "dist/pages.json"), JSON.stringify(pagesOf(["checks", "rules"])));
  const parameters = [fileURLToPath(import.meta.url), "--keep-code"];
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the code could not be kept: ${stderr}`);
}

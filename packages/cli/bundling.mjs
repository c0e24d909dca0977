// What the bundles of the command and of the language server are made with.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { codeCachePath } from "./bin/code-cache.cjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** How all bundles are made. */
const common = {
  bundle: true,
  target: "node20.19",
  charset: "ascii",
  conditions: ["@smtpd-conf/source"],
  legalComments: "none",
  metafile: true,
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
async function makeLibrary() {
  const { build } = await import("esbuild");
  const { metafile, outputFiles } = await build({
    ...common,
    absWorkingDir: folder,
    entryPoints: ["../smtpd-conf/src/index.ts"],
    platform: "neutral",
    mainFields: ["module", "main"],
    format: "esm",
    alias: { "lodash-es": "./lodash.mjs" },
    plugins: [withoutNumberedMethods],
    write: false,
  });
  return { inputs: Object.keys(metafile.inputs).map((input) => join(folder, input)), text: outputFiles[0].text };
}

/** Has `smtpd-conf` be this text. */
const withLibrary = (text) => ({
  name: "with-library",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^smtpd-conf$/ }, ({ path }) => ({ path, namespace: "library" }));
    onLoad({ filter: /./, namespace: "library" }, () => ({ contents: text }));
  },
});

/** commander can start other programs, which our commands never ask for; what that takes would cost 2 ms. */
const withoutSubprocesses = {
  name: "without-subprocesses",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes("/commander/") ? { path, namespace: "nothing" } : undefined,
    );
    onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

/** Makes a program of the `src/main.ts` of a package, in one file; gives the files that it is made of. */
async function makeProgram(folder, outfile) {
  const { build } = await import("esbuild");
  const { version, homepage = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const library = await makeLibrary();
  const { metafile } = await build({
    ...common,
    absWorkingDir: folder,
    entryPoints: ["src/main.ts"],
    outfile,
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

/** The licenses of the packages that source files are from, by the files' paths. */
export function licensesOf(inputs) {
  const packages = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const texts = [...new Set(packages)].sort().map((place) => {
    const { name, version, license } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
    const file = readdirSync(place).find((entry) => /^licen[sc]e/i.test(entry));
    return `${name} ${version}, ${license}\n\n${file ? readFileSync(join(place, file), "utf8").trim() : ""}\n`;
  });
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

/** The pages of checks and rules by code. */
function readPages() {
  const pages = ["checks", "rules"].flatMap((kind) => {
    const place = join(folder, "../smtpd-conf/src/linter", kind);
    const names = readdirSync(place).filter((name) => name.endsWith(".md"));
    return names.map((name) => [name.replace(/\.md$/, ""), readFileSync(join(place, name), "utf8")]);
  });
  return Object.fromEntries(pages);
}

/**
 * Makes the bundle of a package, for the script of that package that asks for it, with licenses.txt and pages.json beside
 * it; `writeMore` gets the folder and the pages, and writes what else belongs there. Then the script runs once more, and this
 * runs the bundle with the parameters and the input of a sample and keeps its code.
 */
export async function makeBundle(script, { bundle, parameters, input = "", writeMore = () => {} }) {
  if (process.argv[2] === "--keep-code") return keepCode(bundle, parameters);
  const place = dirname(bundle);
  const pages = readPages();
  mkdirSync(place, { recursive: true });
  forgetCode(bundle);
  writeFileSync(join(place, "licenses.txt"), licensesOf(await makeProgram(dirname(script), bundle)));
  writeFileSync(join(place, "pages.json"), JSON.stringify(pages));
  writeMore(place, pages);
  const { status, stderr } = spawnSync(process.execPath, [script, "--keep-code"], { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`the code could not be kept: ${stderr}`);
}

/** Runs a bundle in this process, so that the functions that it takes are compiled, and keeps their code beside it. */
function keepCode(bundle, parameters) {
  const script = new Script(Module.wrap(readFileSync(bundle, "latin1")), { filename: bundle });
  process.argv = [process.execPath, bundle, ...parameters];
  process.on("exit", () => {
    writeFileSync(codeCachePath(bundle), script.createCachedData());
    process.exitCode = 0;
  });
  script.runInThisContext()({}, createRequire(bundle), {}, bundle, dirname(bundle));
}

/** Removes the code that was kept of an earlier bundle. */
function forgetCode(bundle) {
  const folder = dirname(bundle);
  const start = basename(bundle, ".cjs");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.startsWith(`${start}-`) && name.endsWith(".cache")) rmSync(join(folder, name));
  }
}

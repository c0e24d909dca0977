// Runs a TypeScript program of test/ straight from the sources: node test/tools/run.mjs FILE [ARGUMENT…]
// esbuild bundles it (with the packages' sources, not their built files) into .cache/, where Node finds node_modules.
import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error("usage: node test/tools/run.mjs FILE [ARGUMENT…]");
const outfile = resolve(root, ".cache/tools", `${basename(file, ".ts")}.mjs`);
mkdirSync(resolve(root, ".cache/tools"), { recursive: true });
await build({
  entryPoints: [resolve(root, file)],
  outfile,
  bundle: true,
  platform: "node",
  mainFields: ["module", "main"],
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  conditions: ["@smtpd-conf/source"],
  external: ["esbuild", "vitest", "ajv", "fast-check", "playwright-core"],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
process.argv = [process.argv[0], resolve(root, file), ...rest];
await import(pathToFileURL(outfile).href);

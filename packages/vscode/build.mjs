// Makes dist/: the extension in one file, beside it the server, which must be bundled already, and what the manifest names that lives elsewhere in the
// repository: grammar, language configuration, schema of settings files, pages of checks and rules.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licensesOf } from "../cli/bundling.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = join(folder, "../..");
const server = join(root, "packages/language-server");
const dist = join(folder, "dist");

async function bundleExtension() {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.cjs",
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20.9",
    external: ["vscode"],
    charset: "ascii",
    legalComments: "none",
    metafile: true,
  });
  return Object.keys(metafile.inputs).map((input) => join(folder, input));
}

/** The server as its own package has made it, with the pages beside it. */
function copyServer() {
  cpSync(join(server, "dist/smtpd-language-server.cjs"), join(dist, "server.cjs"));
  for (const name of ["pages", "pages.json"]) cpSync(join(server, "dist", name), join(dist, name), { recursive: true });
}

/** What each check and rule reports: the line below the title of its page. */
function summariesOf(pages) {
  const summaries = readdirSync(pages).map((name) => {
    const [title, , summary] = readFileSync(join(pages, name), "utf8").split("\n");
    return [title.replace(/^# /, ""), summary];
  });
  return Object.fromEntries(summaries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The licences of the packages whose files are in the bundle of the extension, and those in the server. */
function licencesIn(inputs) {
  return [licensesOf(inputs), readFileSync(join(server, "dist/licenses.txt"), "utf8")].join(`\n${"-".repeat(72)}\n\n`);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const inputs = await bundleExtension();
copyServer();
writeFileSync(join(dist, "licenses.txt"), licencesIn(inputs));
writeFileSync(join(dist, "summaries.json"), JSON.stringify(summariesOf(join(dist, "pages"))));
for (const name of ["smtpd-conf.tmLanguage.json", "language-configuration.json"]) {
  cpSync(join(root, "grammars", name), join(dist, name));
}
cpSync(join(root, "packages/cli/schema/settings.schema.json"), join(dist, "settings.schema.json"));

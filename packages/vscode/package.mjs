// Makes smtpd-lint-vscode-VERSION.vsix out of what build.mjs makes, with vsce, the ordinary tool of the marketplaces:
// node package.mjs [FILE]. vsce is heavy and seldom needed, so it lies in .cache/, in this version, and is fetched once.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const version = "3.9.2";
const folder = fileURLToPath(new URL(".", import.meta.url));
const cache = join(folder, "../../.cache", `vsce-${version}`);
const vsce = join(cache, "node_modules/@vscode/vsce/vsce");
const [file = join(folder, "dist/smtpd-lint.vsix")] = process.argv.slice(2);
/** Where the README's links and pictures are to be found on the marketplaces. */
const home = "https://github.com/OWNER/smtpd-lint";

function run(command, parameters, cwd) {
  const env = { ...process.env, npm_config_ignore_scripts: "true" };
  const { status, error } = spawnSync(command, parameters, { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
  if (error || status !== 0) throw new Error(`${command} ${parameters[0]} failed${error ? `: ${error.message}` : ""}`);
}

if (!existsSync(vsce)) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), '{ "private": true }\n');
  run("npm", ["install", "--no-save", "--no-package-lock", `@vscode/vsce@${version}`], cache);
}
run(process.execPath, [join(folder, "build.mjs")], folder);
const output = resolve(file);
run(
  process.execPath,
  [
    ...[vsce, "package", "--no-dependencies", "--out", output],
    ...["--baseContentUrl", `${home}/blob/HEAD/packages/vscode`],
    ...["--baseImagesUrl", `${home}/raw/HEAD/packages/vscode`],
  ],
  folder,
);
console.log(output);

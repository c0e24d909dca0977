import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareServer } from "../language-server/client.ts";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where everything lies that is fetched or made for these tests. */
export const cache = join(root, ".cache/vscode");

/** A program that is on the PATH, by any of its names. */
function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A Chromium: the one that CHROMIUM names, or one of the machine. */
export function findBrowser(): string | undefined {
  return process.env["CHROMIUM"] ?? findProgram("chromium", "chromium-browser", "google-chrome");
}

/** The entry of code-server, which is fetched where it is not there yet; undefined where that cannot be done. */
export function installWorkbench(): string | undefined {
  mkdirSync(cache, { recursive: true });
  const script = join(root, "test/vscode/install-workbench.sh");
  const { status, stdout } = spawnSync("bash", [script, cache], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return status === 0 ? stdout.trim().split("\n").at(-1) : undefined;
}

/** The packed extension that VSIX names, or else one that is packed now. */
export function packExtension(): string {
  const given = process.env["VSIX"];
  if (given !== undefined) return given;
  prepareServer();
  const vsix = join(cache, "smtpd-lint.vsix");
  const script = join(root, "packages/vscode/package.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, vsix], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the extension cannot be packed:\n${stdout}${stderr}`);
  return vsix;
}

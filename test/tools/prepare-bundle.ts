import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** A bundle: the folder of its package, its file there, and the packages that it is made of. */
export interface Bundle {
  readonly folder: string;
  readonly file: string;
  readonly packages: readonly string[];
}

/** Makes a bundle, unless it is newer than all that it is made of. Of several test files only one does it. */
export function prepareBundle(bundle: Bundle): void {
  const lock = join(checkout, "packages", bundle.folder, "dist/.bundling");
  mkdirSync(join(lock, ".."), { recursive: true });
  while (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  try {
    const script = join(checkout, "packages", bundle.folder, "bundle.mjs");
    if (!isFresh(bundle)) execFileSync(process.execPath, [script], { stdio: "inherit" });
  } finally {
    rmSync(lock, { recursive: true });
  }
}

/** Whether the lock is ours now. One that is a minute old was left by a run that was killed. */
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 60_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isFresh({ folder, file, packages }: Bundle): boolean {
  const made = join(checkout, "packages", folder, file);
  const scripts = ["bundle.mjs", "package.json"].map((name) => `packages/${folder}/${name}`);
  const sources = [...scripts, "packages/cli/bundling.mjs", ...packages.flatMap(sourcesOf)];
  return existsSync(made) && sources.every((path) => statSync(join(checkout, path)).mtimeMs < statSync(made).mtimeMs);
}

function sourcesOf(name: string): string[] {
  const folder = `packages/${name}/src`;
  const names = readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" });
  return names.filter((path) => /(?<!\.test)\.ts$/.test(path)).map((path) => join(folder, path));
}

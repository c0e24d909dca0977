import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What a file should hold, given what it holds now. */
export type MakeFile = (current: string) => string;

/** Writes the files, by path, that are not as they should be. With `--check` it only says so, and sets the exit status. */
export function generateFiles(files: Readonly<Record<string, MakeFile>>): void {
  const check = process.argv.includes("--check");
  for (const [path, make] of Object.entries(files)) {
    const current = existsSync(path) ? readFileSync(path, "utf8") : "";
    const wanted = make(current);
    if (wanted === current) continue;
    if (check) {
      console.error(`${path} is stale: run npm run generate`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, wanted);
      console.log(`${path} written`);
    }
  }
}

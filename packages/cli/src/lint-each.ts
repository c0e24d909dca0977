import type { SharedSurroundings } from "./host/open-surroundings.ts";
import type { FileToLint, lintFile } from "./lint-file.ts";
import type { FileReport } from "./report.ts";

/** Does the work on each file in turn, with the surroundings that its settings ask for. */
export async function* lintEach(
  files: readonly FileToLint[],
  work: typeof lintFile,
  surroundings: SharedSurroundings,
): AsyncGenerator<FileReport> {
  for (const file of files) {
    const { settings } = file;
    yield await work(file, await surroundings.open(settings.surroundings, settings.target));
  }
}

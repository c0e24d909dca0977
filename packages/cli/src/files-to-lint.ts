import { type Failure, joinFailures } from "./complain.ts";
import { isGlob } from "./files/is-glob.ts";
import { kindOfPath } from "./files/kind-of-path.ts";
import type { FileToLint } from "./lint-file.ts";
import { defaultFile, type Options } from "./options.ts";
import { openSettings, type RunSettings, type Settings } from "./settings/open-settings.ts";

/** What a command line is about. */
export interface FilesToLint {
  readonly files: readonly FileToLint[];
  /** What settings say of the run as a whole. */
  readonly run: RunSettings;
}

/** The files of a command line, each with its settings; a failure where an argument or a settings file makes no sense. */
export async function filesToLint(options: Options): Promise<FilesToLint | Failure> {
  const settings = await openSettings(options);
  if ("complaint" in settings) return settings;
  const named = await expanded(options, settings);
  if ("complaint" in named) return named;
  const files: FileToLint[] = [];
  const failures: Failure[] = [];
  for (const file of named) {
    const path = file === "-" ? options.stdinFilename : file;
    const own = await settings.for(path);
    if ("complaint" in own) failures.push(own);
    else files.push({ file, path, settings: own });
  }
  const run = await settings.forRun();
  if ("complaint" in run) return joinFailures([...failures, run]) ?? run;
  return joinFailures(failures) ?? { files, run };
}

/** The arguments with files in place of folders and globs. What that takes is loaded only where there is one. */
async function expanded({ files, ignore }: Options, settings: Settings): Promise<readonly string[] | Failure> {
  if (files.length === 0) return [defaultFile];
  if (files.length === 1 && files.every(isPlain)) return files;
  const { expandArguments } = await import("./files/expand-arguments.ts");
  return expandArguments(files, ignore, settings);
}

/** Whether an argument is neither a folder nor a glob. */
function isPlain(file: string): boolean {
  return file === "-" || !(isGlob(file) || kindOfPath(file) === "folder");
}

import { dirname, join, resolve } from "node:path";
import picomatch from "picomatch";
import { type Failure, joinFailures } from "../complain.ts";
import { exitCodes } from "../exit-codes.ts";
import { settingsFileName } from "../options.ts";
import { coversPath, type Globs, openGlobs } from "../settings/globs.ts";
import { placeIn, type Settings } from "../settings/open-settings.ts";
import type { SettingsFile } from "../settings/settings-file.ts";
import { shownPath } from "../settings/shown-path.ts";
import { defaultIgnores, defaultPatterns } from "./default-patterns.ts";
import { findFiles, type Search } from "./find-files.ts";
import { isGlob } from "./is-glob.ts";
import { kindOfPath } from "./kind-of-path.ts";

/** What is left out wherever folders are searched. */
interface Exclusions {
  /** The globs of the command line, from the working directory. */
  readonly globs: Globs;
  readonly settings: Settings;
}

/**
 * The files that the arguments of a command line mean. A folder means the files in it that the settings or the usual names
 * say, a glob the files that it matches, and anything else the file of that name. Each file is named once, in the order of
 * the arguments. A failure where a folder or a glob means nothing.
 */
export async function expandArguments(
  named: readonly string[],
  ignore: readonly string[],
  settings: Settings,
): Promise<readonly string[] | Failure> {
  const exclusions = { globs: openGlobs(ignore), settings };
  const files = new Map<string, string>();
  const failures: Failure[] = [];
  for (const argument of named) {
    const found = await expand(argument, exclusions);
    if ("complaint" in found) failures.push(found);
    else for (const file of found) files.set(keyOf(file), files.get(keyOf(file)) ?? file);
  }
  return joinFailures(failures) ?? [...files.values()];
}

function keyOf(file: string): string {
  return file === "-" ? file : resolve(file);
}

async function expand(argument: string, exclusions: Exclusions): Promise<readonly string[] | Failure> {
  if (argument === "-") return [argument];
  const kind = kindOfPath(argument);
  if (kind === "folder") return searchFolder(argument, exclusions);
  return kind === "nothing" && isGlob(argument) ? searchGlob(argument, exclusions) : [argument];
}

async function searchFolder(folder: string, exclusions: Exclusions): Promise<readonly string[] | Failure> {
  const file = await exclusions.settings.fileFor(resolve(folder));
  if (file !== undefined && "complaint" in file) return file;
  const patterns = file?.content.files ?? defaultPatterns;
  const wanted = openGlobs(patterns);
  const base = file?.content.files === undefined ? folder : file.folder;
  const found = await search(
    folder,
    { wanted: (path) => wanted(placeIn(base, join(folder, path))), depth: Infinity },
    file,
    exclusions,
  );
  if (found.length > 0) return found;
  const named = file?.content.files;
  if (named !== undefined)
    return nothing(`No file in "${folder}" matches ${named.join(", ")}, as ${shownPath(file?.path ?? "")} has it.`);
  return nothing(
    `There is no smtpd.conf in "${folder}", and nothing like smtpd-*.conf or *.smtpd.conf. ` +
      `Name the files, or say with "files" in ${settingsFileName} what they are called.`,
  );
}

async function searchGlob(glob: string, exclusions: Exclusions): Promise<readonly string[] | Failure> {
  const { base, glob: rest } = picomatch.scan(glob, { unescape: true, nonegate: true });
  const folder = base === "" ? "." : base;
  const isThere = kindOfPath(folder) === "folder";
  const file = isThere ? await exclusions.settings.fileFor(resolve(folder)) : undefined;
  if (file !== undefined && "complaint" in file) return file;
  const wanted = picomatch(rest, { dot: true, nonegate: true, windows: false });
  const found = isThere ? await search(folder, { wanted, depth: depthOf(rest) }, file, exclusions) : [];
  return found.length > 0 ? found : nothing(`No file matches "${glob}".`);
}

/** How many folders deep a glob can match at most. */
function depthOf(glob: string): number {
  return /\*\*|[{(][^})]*\//.test(glob) ? Infinity : glob.split("/").length;
}

/** The files of a folder, without those that the command line or a settings file leaves out. */
async function search(
  folder: string,
  wanted: Pick<Search, "wanted" | "depth">,
  file: SettingsFile | undefined,
  { globs, settings }: Exclusions,
): Promise<readonly string[]> {
  const usual = openGlobs(defaultIgnores);
  const here = process.cwd();
  const ignored = (path: string) => {
    const place = placeIn(here, path);
    return globs(place) || usual(place) || (file?.ignores(placeIn(file.folder, path)) ?? false);
  };
  const found: string[] = [];
  for (const path of findFiles(folder, { ...wanted, ignored })) {
    const own = await settings.fileFor(dirname(resolve(path)));
    const left =
      own !== undefined && own !== file && "ignores" in own && coversPath(own.ignores, placeIn(own.folder, path));
    if (!left) found.push(path);
  }
  return found;
}

function nothing(complaint: string): Failure {
  return { complaint, code: exitCodes.usage };
}

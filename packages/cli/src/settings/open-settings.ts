import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Failure } from "../complain.ts";
import { exitCodes } from "../exit-codes.ts";
import type { FileSettings } from "../file-settings.ts";
import type { FailOn, SettingsChoice } from "../options.ts";
import { combineSettings, type Layer, type SaidOptions } from "./combine-settings.ts";
import { type FoundSettings, openNearest, readSettingsFile } from "./find-settings.ts";
import type { Globs } from "./globs.ts";
import type { SettingsFile } from "./settings-file.ts";
import { shownPath } from "./shown-path.ts";

/** What the command line says that settings depend on. */
export interface SettingsOptions extends SaidOptions {
  readonly settingsFile: SettingsChoice;
}

/** What command line and settings files say, asked for as long as a run lasts. Each file is read once. */
export interface Settings {
  /** How a file is to be checked. */
  readonly for: (path: string) => Promise<FileSettings | Failure>;
  /** What settings files say of a file, each place for itself; what comes later counts. */
  readonly layersFor: (path: string) => Promise<readonly Layer[] | Failure>;
  /** The settings file that counts for what lies in a folder; undefined where there is none. */
  readonly fileFor: (folder: string) => Promise<SettingsFile | Failure | undefined>;
  /** What settings say of a run as a whole: those that count for the working directory. */
  readonly forRun: () => Promise<RunSettings | Failure>;
}

/** What a settings file says of a run as a whole. */
export interface RunSettings {
  readonly failOn?: FailOn | undefined;
  readonly maxWarnings?: number | undefined;
  /** The path of the file. */
  readonly baseline?: string | undefined;
}

/** Opens the settings of a run; a failure where the command line names a settings file that cannot be used. */
export async function openSettings(options: SettingsOptions): Promise<Settings | Failure> {
  const find = await openFinder(options.settingsFile);
  if ("complaint" in find) return find;
  const known = new Map<SettingsFile, Map<string, FileSettings>>();
  const plain = combineSettings(options, []);
  const fileFor = async (folder: string) => usable(await find.nearest(folder));
  return {
    fileFor,
    layersFor: async (path) => {
      const file = await fileFor(dirname(resolve(path)));
      if (file === undefined || "complaint" in file) return file ?? [];
      return layersOf(file, overridesFor(file, path));
    },
    for: async (path) => {
      const file = await fileFor(dirname(resolve(path)));
      if (file === undefined) return plain;
      if ("complaint" in file) return file;
      const fitting = overridesFor(file, path);
      const settings = known.get(file) ?? new Map<string, FileSettings>();
      known.set(file, settings);
      const key = fitting.join();
      const combined = settings.get(key) ?? combineSettings(options, layersOf(file, fitting));
      settings.set(key, combined);
      return combined;
    },
    forRun: async () => {
      const file = await fileFor(process.cwd());
      return file === undefined || "complaint" in file ? (file ?? {}) : runSettings(file);
    },
  };
}

async function openFinder(
  choice: SettingsChoice,
): Promise<{ readonly nearest: (folder: string) => Promise<FoundSettings> } | Failure> {
  if (choice.kind === "nearest") return { nearest: openNearest() };
  if (choice.kind === "none") return { nearest: async () => undefined };
  const file = usable((await readSettingsFile(choice.file)) ?? [`${choice.file}: it has no settings for smtpd-lint.`]);
  if (file !== undefined && "complaint" in file) return file;
  return { nearest: async () => file && { ...file, folder: resolve(file.folder) } };
}

/** Turns sentences into a failure. */
function usable(found: FoundSettings): SettingsFile | Failure | undefined {
  if (found === undefined || !("length" in found)) return found;
  return { complaint: found.join("\nsmtpd-lint: "), code: exitCodes.usage };
}

/** The numbers of the overrides that are for a file. */
function overridesFor({ folder, overrides }: SettingsFile, path: string): readonly number[] {
  const place = placeIn(folder, path);
  return overrides.flatMap((globs: Globs, index) => (globs(place) ? [index] : []));
}

/** The path of a file as the globs of a settings file see it: relative to its folder, else as a whole. */
export function placeIn(folder: string, path: string): string {
  const place = relative(folder, resolve(path));
  const isBelow = !isAbsolute(place) && place.split(sep, 1)[0] !== "..";
  return isBelow ? place : resolve(path).replace(/^\//, "");
}

/** What a settings file says of a file, the general first. */
function layersOf({ path, content, folder }: SettingsFile, overrides: readonly number[]): readonly Layer[] {
  const from = shownPath(path);
  const own = overrides.map((index) => {
    return { content: content.overrides?.[index] ?? {}, from: `${from}: overrides[${index}]`, folder };
  });
  return [{ content, from, folder }, ...own];
}

function runSettings({ content: { failOn, maxWarnings, baseline }, folder }: SettingsFile): RunSettings {
  return { failOn, maxWarnings, baseline: baseline === undefined ? undefined : join(folder, baseline) };
}

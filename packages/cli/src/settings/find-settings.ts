import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { settingsFileName } from "../options.ts";
import { readSource } from "../read-source.ts";
import type { SettingsFile } from "./settings-file.ts";
import { shownPath } from "./shown-path.ts";

/** A settings file, sentences about what is wrong with it, or undefined where there is none. */
export type FoundSettings = SettingsFile | readonly string[] | undefined;

/** Bytes of a settings file at most. */
const largestSettings = 1024 * 1024;

/** Gives the settings that count in a folder: those of the nearest folder that has some. Each folder is looked at once. */
export function openNearest(): (folder: string) => Promise<FoundSettings> {
  const known = new Map<string, Promise<FoundSettings>>();
  const nearest = (folder: string): Promise<FoundSettings> => {
    const found = known.get(folder) ?? settingsAt(folder, nearest);
    known.set(folder, found);
    return found;
  };
  return nearest;
}

async function settingsAt(folder: string, nearest: (folder: string) => Promise<FoundSettings>): Promise<FoundSettings> {
  const parent = dirname(folder);
  const own = (await settingsIn(folder, settingsFileName)) ?? (await settingsIn(folder, "package.json"));
  return own ?? (parent === folder ? undefined : nearest(parent));
}

async function settingsIn(folder: string, name: string): Promise<FoundSettings> {
  const path = join(folder, name);
  return exists(path) ? readSettingsFile(path) : undefined;
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Reads a settings file, or a package.json. What it takes is loaded only where there is one. */
export async function readSettingsFile(path: string): Promise<FoundSettings> {
  const isPackage = /(?:^|[\\/])package\.json$/.test(path);
  const source = readSource(path, largestSettings);
  if (source.kind === "unread") return isPackage ? undefined : [`${shownPath(path)}: ${source.words}.`];
  if (isPackage && !mayHaveSettings(source.text)) return undefined;
  const { readSettings } = await import("./settings-file.ts");
  return readSettings(path, source.text, isPackage ? "package" : "settings");
}

/** Whether a package.json can have settings. Many name this package only as one that they depend on. */
function mayHaveSettings(text: string): boolean {
  if (!text.includes('"smtpd-lint"')) return false;
  try {
    return Object.hasOwn(Object(JSON.parse(text)), "smtpd-lint");
  } catch {
    return true;
  }
}

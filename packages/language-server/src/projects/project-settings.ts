import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  combineSettings,
  type FileSettings,
  type Layer,
  openSettings,
  readSettingsFile,
  settingsFileName,
} from "smtpd-lint";
import type { AllowedFolders } from "../files/allowed-folders.ts";
import type { ServerSettings } from "../settings.ts";

/** How a file is to be checked, and sentences about what is wrong with a settings file. */
export interface ProjectSettings {
  readonly server: ServerSettings;
  readonly file: FileSettings;
  readonly problems: readonly string[];
}

/**
 * What counts for a file: its release is what the editor says, else what the settings file of the project says. Of rules,
 * the settings file has the last word. A path that is none of the disk has the settings of the editor.
 */
export async function readProjectSettings(
  path: string | undefined,
  server: ServerSettings,
  allowed: AllowedFolders,
): Promise<ProjectSettings> {
  const { layers, problems } = path === undefined ? nothing : await layersFor(path, allowed);
  const editor: Layer = { content: server.lint, from: "the settings of the editor", folder: "/" };
  return { server, file: combineSettings({ ...nothingSaid, target: server.target }, [editor, ...layers]), problems };
}

const nothing: { readonly layers: readonly Layer[]; readonly problems: readonly string[] } = {
  layers: [],
  problems: [],
};

const nothingSaid = {
  target: undefined,
  definitions: [],
  surroundings: undefined,
  rules: {},
  verdictOnly: false,
  template: undefined,
} as const;

async function layersFor(path: string, allowed: AllowedFolders): Promise<typeof nothing> {
  const file = await nearestSettings(dirname(path), allowed);
  if (file === undefined) return nothing;
  const settings = await openSettings({ ...nothingSaid, settingsFile: { kind: "named", file } });
  const layers = "complaint" in settings ? settings : await settings.layersFor(path);
  return "complaint" in layers ? { layers: [], problems: [layers.complaint] } : { layers, problems: [] };
}

/** The settings file of the nearest folder that has one, as far up as files may be read. */
async function nearestSettings(folder: string, allowed: AllowedFolders): Promise<string | undefined> {
  const own = join(folder, settingsFileName);
  if (isReadable(own, allowed)) return own;
  const manifest = join(folder, "package.json");
  if (isReadable(manifest, allowed) && (await readSettingsFile(manifest)) !== undefined) return manifest;
  const parent = dirname(folder);
  return parent === folder || allowed.find(parent).kind !== "inside" ? undefined : nearestSettings(parent, allowed);
}

function isReadable(path: string, allowed: AllowedFolders): boolean {
  try {
    return allowed.find(path).kind === "inside" && statSync(path).isFile();
  } catch {
    return false;
  }
}

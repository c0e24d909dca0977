import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Log } from "./protect.ts";
import { noSettings, readServerSettings, type ServerSettings, settingsSection } from "./settings.ts";

/** What users have set in their editor. */
export interface EditorSettings {
  /** What counts for a file. */
  readonly for: (uri: string) => Promise<ServerSettings>;
  /** Takes in what the editor sent without being asked. */
  readonly push: (sent: unknown) => void;
  /** Forgets what the editor said, so that it is asked again. */
  readonly refresh: () => void;
}

export interface EditorSettingsGiven {
  readonly connection: Connection;
  readonly client: Client;
  /** What came with the first message. */
  readonly first: unknown;
  readonly log: Log;
}

/** Settings are asked for where the editor can be asked, file by file; else those count that it sends by itself. */
export function openEditorSettings({ connection, client, first, log }: EditorSettingsGiven): EditorSettings {
  let pushed = understood(section(first), log);
  let known = new Map<string, Promise<ServerSettings>>();
  const ask = async (uri: string) => {
    const sent: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
    return sent === null || sent === undefined ? pushed : understood(sent, log);
  };
  return {
    for: (uri) => {
      if (!client.pullsSettings) return Promise.resolve(pushed);
      const asked = known.get(uri) ?? ask(uri).catch(() => pushed);
      known.set(uri, asked);
      return asked;
    },
    push: (sent) => {
      const own = section(sent);
      if (own !== undefined && own !== null) pushed = understood(own, log);
    },
    refresh: () => {
      known = new Map();
    },
  };
}

/** The part of settings that is ours: below our name, or all where that name is missing. */
function section(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  return Object.hasOwn(sent, settingsSection) ? (sent as Record<string, unknown>)[settingsSection] : sent;
}

function understood(sent: unknown, log: Log): ServerSettings {
  const { settings, problems } = readServerSettings(sent ?? undefined);
  for (const problem of problems) log(`Settings of the editor: ${problem}`);
  return sent === undefined ? noSettings : settings;
}

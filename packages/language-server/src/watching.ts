import { type Connection, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Project } from "./projects/project.ts";
import { pathOf } from "./projects/projects.ts";

/** Has the editor tell of files that others write: settings, what is named as a configuration is, and what those name. */
export interface Watching {
  readonly begin: () => Promise<void>;
  /** Takes in which files a configuration has. */
  readonly follow: (project: Project) => void;
}

const always = ["**/{.smtpd-lintrc.json,package.json}", "**/*smtpd*"];

export function openWatching(connection: Connection, client: Client): Watching {
  const watched = new Set<string>();
  const watch = async (patterns: readonly string[]) => {
    const watchers = patterns.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
  return {
    begin: async () => {
      if (client.watchesFiles) await watch(always);
    },
    follow: ({ files }) => {
      const paths = [...files.used].filter((uri) => !watched.has(uri)).flatMap((uri) => pathOf(uri) ?? []);
      for (const uri of files.used) watched.add(uri);
      if (client.watchesFiles && paths.length > 0) void watch(paths.map(literalGlob)).catch(() => {});
    },
  };
}

/** A glob for one path. */
function literalGlob(path: string): string {
  return path.replaceAll("\\", "/").replace(/[[\]{}*?]/g, "[$&]");
}

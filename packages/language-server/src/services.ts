import type { Connection, InitializeParams } from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import { type OpenDocuments, openDocuments } from "./documents/open-documents.ts";
import { type EditorSettings, openEditorSettings } from "./editor-settings.ts";
import { type AllowedFolders, openAllowedFolders } from "./files/allowed-folders.ts";
import { openTextFiles } from "./files/text-files.ts";
import { openLateViews } from "./late-views.ts";
import { type Linting, openLinting } from "./linting.ts";
import { pageOf } from "./pages.ts";
import { openProgress } from "./progress.ts";
import { openProjects, type Projects } from "./projects/projects.ts";
import { openRoots, type Roots } from "./projects/roots.ts";
import type { Log } from "./protect.ts";
import { openPublishing, type Publishing } from "./publishing.ts";
import { refreshViews } from "./refresh-views.ts";
import { openSpareTime, type SpareTime } from "./spare-time.ts";
import { openWatching, type Watching } from "./watching.ts";
import { openWorkspaceFolders, readableFolders, type WorkspaceFolders } from "./workspace-folders.ts";

/** Everything that lasts as long as a connection. */
export interface Services {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: OpenDocuments;
  readonly settings: EditorSettings;
  readonly folders: WorkspaceFolders;
  readonly projects: Projects;
  readonly spareTime: SpareTime;
  readonly linting: Linting;
  readonly roots: Roots;
  readonly watching: Watching;
  readonly publishing: Publishing;
  readonly log: Log;
  /** Has the disk asked anew which files there are. */
  readonly forgetFiles: () => void;
  /** Has it found out anew which folders may be read, since that depends on what is open. */
  readonly forgetFolders: () => void;
  /** Reads all settings and files anew, since any of them may have changed. */
  readonly reload: () => Promise<void>;
}

export function openServices(connection: Connection, client: Client, parameters: InitializeParams): Services {
  const log: Log = (message) => connection.console.error(message);
  const documents = openDocuments(client.encoding);
  const folders = openWorkspaceFolders(parameters, () => reload());
  const settings = openEditorSettings({ connection, client, first: parameters.initializationOptions, log });
  const allowed = openAllowed(documents, folders);
  const roots = openRoots(folders);
  const complain = (problems: readonly string[]) => void connection.window.showWarningMessage(problems.join("\n"));
  const projects = openProjects({
    documents,
    texts: openTextFiles(),
    allowed: allowed.now,
    client: client.support,
    pageOf,
    settingsFor: async (uri) => allowed.with(await settings.for(uri)),
    complain,
  });
  const versionOf = (uri: string) => documents.get(uri)?.document.version;
  const publishing = openPublishing({
    send: (uri, diagnostics, version) =>
      connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) }),
    versionOf,
  });
  const watching = openWatching(connection, client);
  const spareTime = openSpareTime();
  const lateViews = openLateViews(connection, client, versionOf);
  const linting = openLinting(
    {
      found: async (project) => {
        watching.follow(project);
        lateViews.follow(project);
        if (!client.pullsDiagnostics) await publishing.publish(project);
      },
      failed: (error) => log(`linting: ${error instanceof Error ? error.stack : String(error)}`),
      takesLong: (project) => openProgress(connection, client, project),
    },
    spareTime,
  );
  const forgetFiles = () => {
    allowed.lookAgain();
    roots.forget();
  };
  const reload = async () => {
    settings.refresh();
    allowed.forget();
    roots.forget();
    await projects.configure();
    for (const project of projects.all()) linting.begin(project);
    refreshViews(connection, client);
  };
  const state = { documents, settings, folders, projects, spareTime, linting, roots, watching, publishing };
  return { connection, client, ...state, log, forgetFiles, forgetFolders: allowed.lookAgain, reload };
}

/** The folders that may be read, as they are now. The settings of the editor can name more of them. */
function openAllowed(documents: OpenDocuments, folders: WorkspaceFolders) {
  let named: readonly string[] = [];
  let opened: AllowedFolders | undefined;
  const lookAgain = () => {
    opened = undefined;
  };
  return {
    now: () => {
      opened ??= openAllowedFolders(readableFolders(folders.paths(), named, documents));
      return opened;
    },
    /** Forgets what the settings have named. */
    forget: () => {
      named = [];
      lookAgain();
    },
    /** Has it asked anew which folders there are, and where paths lead. */
    lookAgain,
    with: (one: Awaited<ReturnType<EditorSettings["for"]>>) => {
      const more = one.allowedFolders.filter((folder) => !named.includes(folder));
      if (more.length > 0) {
        named = [...named, ...more];
        lookAgain();
      }
      return one;
    },
  };
}

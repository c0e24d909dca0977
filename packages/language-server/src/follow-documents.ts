import { basename } from "node:path";
import { settingsFileName } from "smtpd-lint";
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  TextDocumentItem,
} from "vscode-languageserver";
import { findRootOf } from "./projects/find-root.ts";
import { type Project, readingOf, touchProject, usesFile } from "./projects/project.ts";
import { pathOf } from "./projects/projects.ts";
import { guard } from "./protect.ts";
import { refreshViews } from "./refresh-views.ts";
import type { Services } from "./services.ts";

/** Keeps texts as the editor has them, and finds out what they mean after each change. */
export function followDocuments(services: Services): void {
  const { connection, log } = services;
  connection.onDidOpenTextDocument(
    guard("textDocument/didOpen", log, ({ textDocument }) => opened(services, textDocument)),
  );
  connection.onDidChangeTextDocument(guard("textDocument/didChange", log, (change) => changed(services, change)));
  connection.onDidSaveTextDocument(
    guard("textDocument/didSave", log, ({ textDocument }) => saved(services, textDocument.uri)),
  );
  connection.onDidCloseTextDocument(
    guard("textDocument/didClose", log, ({ textDocument }) => closed(services, textDocument.uri)),
  );
  connection.onDidChangeWatchedFiles(
    guard("workspace/didChangeWatchedFiles", log, (change) => filesChanged(services, change)),
  );
  const { workspace } = connection;
  workspace.onDidCreateFiles(
    guard("workspace/didCreateFiles", log, ({ files }) => rewritten(services, files.map(uriOf))),
  );
  workspace.onDidDeleteFiles(
    guard("workspace/didDeleteFiles", log, ({ files }) => rewritten(services, files.map(uriOf))),
  );
  workspace.onDidRenameFiles(
    guard("workspace/didRenameFiles", log, ({ files }) =>
      rewritten(
        services,
        files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]),
      ),
    ),
  );
  connection.onDidChangeConfiguration(
    guard("workspace/didChangeConfiguration", log, (change) => configured(services, change)),
  );
}

async function opened(services: Services, item: TextDocumentItem): Promise<void> {
  const { documents, projects } = services;
  documents.open(item);
  services.forgetFolders();
  const using = projects.using(item.uri);
  if (using.length > 0) return lintAgain(services, using, item.uri);
  await findRootOf(services, item.uri);
  if (documents.get(item.uri) !== undefined) await openOwn(services, item.uri);
}

/** Makes a configuration of a document, unless it is part of another. Those that turn out to be part of it are given up. */
async function openOwn(services: Services, uri: string): Promise<void> {
  const { projects, linting } = services;
  if (projects.using(uri).length > 0) return;
  const project = await projects.open(uri);
  readingOf(project);
  for (const other of projects.all()) if (other !== project && usesFile(project, other.uri)) giveUp(services, other);
  linting.begin(project);
}

function giveUp({ projects, linting, publishing }: Services, project: Project): void {
  projects.close(project.uri);
  linting.forget(project);
  void publishing.forget(project);
}

function changed({ documents, projects, linting }: Services, change: DidChangeTextDocumentParams): void {
  const { uri } = change.textDocument;
  const changes = documents.change(change);
  for (const project of projects.change(uri, changes)) {
    if (project.settings.server.run === "onType") linting.begin(project);
    else linting.forget(project);
  }
}

function saved(services: Services, uri: string): void {
  services.documents.save(uri);
  written(services, [uri]);
}

/** Takes in that files have other texts than before, where the editor does not have them open. */
function written({ projects, linting }: Services, uris: readonly string[]): void {
  const concerned = projects.all().filter((project) => uris.some((uri) => usesFile(project, uri)));
  for (const project of concerned) {
    touchProject(project);
    linting.begin(project);
  }
}

function lintAgain({ projects, linting }: Services, concerned: readonly Project[], uri: string): void {
  projects.change(uri, undefined);
  for (const project of concerned) linting.begin(project);
}

async function closed(services: Services, uri: string): Promise<void> {
  const { documents, projects } = services;
  const own = projects.get(uri);
  documents.close(uri);
  services.forgetFolders();
  if (own !== undefined) giveUp(services, own);
  lintAgain(services, projects.using(uri), uri);
  for (const document of documents.all()) await openOwn(services, document.uri);
}

function filesChanged(services: Services, { changes }: DidChangeWatchedFilesParams): Promise<void> {
  return rewritten(services, changes.map(uriOf));
}

const uriOf = ({ uri }: { readonly uri: string }) => uri;

/** Takes in that files came, went or have other texts. What the editor has open is not read from the disk. */
async function rewritten(services: Services, changed: readonly string[]): Promise<void> {
  const { documents, connection, client, reload } = services;
  const uris = changed.filter((uri) => documents.get(uri) === undefined);
  if (uris.some(isSettings)) return reload();
  services.forgetFiles();
  const before = services.projects.all().filter((project) => uris.some((uri) => usesFile(project, uri)));
  if (before.length === 0) return;
  written(services, uris);
  refreshViews(connection, client);
}

function isSettings(uri: string): boolean {
  const name = basename(pathOf(uri) ?? "");
  return name === settingsFileName || name === "package.json";
}

async function configured(services: Services, { settings: sent }: DidChangeConfigurationParams): Promise<void> {
  services.settings.push(sent);
  await services.reload();
}

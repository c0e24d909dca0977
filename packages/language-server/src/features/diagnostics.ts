import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver";
import { type Project, readingOf } from "../projects/project.ts";
import { protect } from "../protect.ts";
import { type FindingsByFile, findingsOf } from "../publishing.ts";
import type { Services } from "../services.ts";

/** Gives findings to editors that ask for them. */
export function answerDiagnostics(services: Services): void {
  const { connection, client, log } = services;
  if (!client.pullsDiagnostics) return;
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    protect("textDocument/diagnostic", empty, log, async ({ textDocument, previousResultId }) =>
      reportOf(services, textDocument.uri, previousResultId),
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    protect("workspace/diagnostic", { items: [] }, log, async ({ previousResultIds }) =>
      workspaceReport(services, new Map(previousResultIds.map(({ uri, value }) => [uri, value]))),
    ),
  );
}

/** The findings in a document, once all of them are known. */
async function reportOf(
  services: Services,
  uri: string,
  previous: string | undefined,
): Promise<DocumentDiagnosticReport> {
  const { projects, linting, client } = services;
  if (projects.using(uri).length === 0 && services.documents.get(uri) !== undefined) await projects.open(uri);
  if (previous !== undefined && waitsForSaving(services, uri)) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
  }
  const found: FindingsByFile[] = [];
  for (const project of projects.using(uri)) {
    await linting.completed(project);
    found.push(findingsOf(project, client));
  }
  const items = found.flatMap((files) => files.get(uri) ?? []);
  const resultId = idOf(items);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const report = full(items);
  return client.relatedDocuments ? { ...report, relatedDocuments: others(found, uri) } : report;
}

/** Whether findings are wanted when a document is saved, and it was not since it was changed. */
function waitsForSaving({ projects, documents }: Services, uri: string): boolean {
  const document = documents.get(uri);
  const onSave = projects.using(uri).some(({ settings }) => settings.server.run === "onSave");
  return onSave && document !== undefined && document.savedVersion !== document.document.version;
}

function full(items: readonly Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, resultId: idOf(items), items: [...items] };
}

/** What was found in other files on the way: in those that are included, and in those of tables. */
function others(found: readonly FindingsByFile[], uri: string): Record<string, FullDocumentDiagnosticReport> {
  const files = found.flatMap((one) => [...one]).filter(([other]) => other !== uri);
  return Object.fromEntries(files.map(([other, items]) => [other, full(items)]));
}

async function workspaceReport(
  services: Services,
  previous: ReadonlyMap<string, string>,
): Promise<WorkspaceDiagnosticReport> {
  const { client, documents } = services;
  const items: WorkspaceDiagnosticReport["items"] = [];
  for (const project of await allProjects(services)) {
    await services.linting.completed(project);
    for (const [uri, list] of findingsOf(project, client)) {
      const resultId = idOf(list);
      const version = documents.get(uri)?.document.version ?? null;
      if (previous.get(uri) === resultId) {
        items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId });
      } else items.push({ ...full(list), uri, version });
    }
  }
  return { items };
}

/** The configurations that are open, and those in the folders of the editor. */
export async function allProjects(services: Services): Promise<readonly Project[]> {
  const { projects } = services;
  for (const uri of services.roots.find()) {
    if (projects.using(uri).length === 0) readingOf(await projects.open(uri));
  }
  return projects.all();
}

/** A short name of a list of findings: equal lists have the same. */
function idOf(items: readonly Diagnostic[]): string {
  let hash = 0;
  for (const unit of JSON.stringify(items)) hash = (Math.imul(hash, 31) + unit.charCodeAt(0)) | 0;
  return `${items.length}-${(hash >>> 0).toString(36)}`;
}

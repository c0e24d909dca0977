import { createHash } from "node:crypto";
import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver";
import type { Linting } from "../linting.ts";
import { type Project, readingOf } from "../projects/project.ts";
import { protect } from "../protect.ts";
import { type FindingsByFile, findingsOf, together } from "../publishing.ts";
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
  const found = await findingsIn(projects.using(uri), linting);
  const own = report(together(uri, found), previous);
  const relatedDocuments = client.relatedDocuments ? others(found, uri) : {};
  return Object.keys(relatedDocuments).length > 0 ? { ...own, relatedDocuments } : own;
}

/** The findings of configurations, one after the other, once all of them are known. */
async function findingsIn(projects: readonly Project[], linting: Linting): Promise<readonly FindingsByFile[]> {
  const found: FindingsByFile[] = [];
  for (const project of projects) {
    await linting.completed(project);
    found.push(findingsOfAll(project));
  }
  return found;
}

/** The findings of a configuration by file. One that had some and has none any more is there with none. */
function findingsOfAll(project: Project): FindingsByFile {
  const found = findingsOf(project);
  const files = new Set([...(filesBefore.get(project) ?? []), ...found.keys()]);
  filesBefore.set(project, files);
  return new Map([...files].map((uri) => [uri, found.get(uri) ?? []]));
}

const filesBefore = new WeakMap<Project, ReadonlySet<string>>();

/** Whether findings are wanted when a document is saved, and it was not since it was changed. */
function waitsForSaving({ projects, documents }: Services, uri: string): boolean {
  const document = documents.get(uri);
  const onSave = projects.using(uri).some(({ settings }) => settings.server.run === "onSave");
  return onSave && document !== undefined && document.savedVersion !== document.document.version;
}

/** Findings, or that they are what the editor was given before. */
function report(
  items: Diagnostic[],
  previous: string | undefined,
): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
  const resultId = createHash("sha256").update(JSON.stringify(items)).digest("base64url");
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** What was found in other files on the way: in those that are included, and in those of tables. */
function others(found: readonly FindingsByFile[], uri: string): RelatedDocuments {
  const files = filesOf(found).filter((other) => other !== uri);
  return Object.fromEntries(files.map((other) => [other, report(together(other, found), undefined)]));
}

type RelatedDocuments = Record<string, FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport>;

function filesOf(found: readonly FindingsByFile[]): readonly string[] {
  return [...new Set(found.flatMap((files) => [...files.keys()]))];
}

async function workspaceReport(
  services: Services,
  previous: ReadonlyMap<string, string>,
): Promise<WorkspaceDiagnosticReport> {
  const { documents, linting } = services;
  const found = await findingsIn(await allProjects(services), linting);
  const items = filesOf(found).map((uri) => {
    const version = documents.get(uri)?.document.version ?? null;
    return { ...report(together(uri, found), previous.get(uri)), uri, version };
  });
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

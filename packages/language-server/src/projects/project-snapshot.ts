import type { LintResult, Source } from "smtpd-conf";
import type { Snapshot } from "smtpd-conf-language-service";
import { documentOf, type Project, resultOf } from "./project.ts";

/** What is known of a file of a configuration, which may be the whole of it; undefined where it is none of its files. */
export function snapshotIn(project: Project, uri: string): Snapshot | undefined {
  // First, since asking can find out something new.
  const result = resultOf(project);
  if (!project.snapshots.has(uri)) project.snapshots.set(uri, result && makeSnapshot(project, uri, result));
  return project.snapshots.get(uri);
}

function makeSnapshot(project: Project, uri: string, result: LintResult): Snapshot | undefined {
  const { host, files, settings } = project;
  const document = uri === project.uri ? documentOf(project) : host.documents.get(uri)?.document;
  const source = sourceAt(project, uri, result);
  if (document === undefined || source === undefined) return undefined;
  const { configuration, model, analysis, target } = result;
  const lintInput = project.current?.input;
  if (lintInput === undefined) return undefined;
  const known = { lintInput, configuration, model, analysis, result, target, settings: settings.server.service };
  return { ...known, document, source, files: files.forSnapshots, client: host.client, pageOf: host.pageOf };
}

function sourceAt({ uri, files }: Project, asked: string, result: LintResult): Source | undefined {
  const { sources } = result.configuration;
  if (asked === uri) return sources[0];
  return sources.find(({ kind, path }) => kind === "file" && files.forSnapshots.uriOf(path) === asked);
}

/** Whether a file is one of a configuration, but not its first. */
export function includesFile(project: Project, uri: string): boolean {
  const result = uri === project.uri ? undefined : resultOf(project);
  return result !== undefined && sourceAt(project, uri, result) !== undefined;
}

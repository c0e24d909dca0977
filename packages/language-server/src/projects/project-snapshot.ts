import type { LintReading, Source } from "smtpd-conf";
import type { Snapshot } from "smtpd-conf-language-service";
import { type Current, currentOf, documentOf, type Project, readingOf } from "./project.ts";

/** What is known of a file of a configuration, which may be the whole of it; undefined where it is none of its files. */
export function snapshotIn(project: Project, uri: string): Snapshot | undefined {
  // First, since asking can find out something new.
  const current = currentOf(project);
  if (!project.snapshots.has(uri)) project.snapshots.set(uri, current && makeSnapshot(project, uri, current));
  return project.snapshots.get(uri);
}

/** Findings are looked for when somebody asks for them: most answers do without. */
function makeSnapshot(project: Project, uri: string, { input, reading, known, result }: Current): Snapshot | undefined {
  const { host, files, settings } = project;
  const document = uri === project.uri ? documentOf(project) : host.documents.get(uri)?.document;
  const source = sourceAt(project, uri, reading);
  if (document === undefined || source === undefined) return undefined;
  const { configuration, model, analysis, target, template } = reading;
  return {
    document,
    source,
    lintInput: input,
    configuration,
    model,
    analysis,
    target,
    template,
    get known() {
      return known().diagnostics;
    },
    get result() {
      return result();
    },
    files: files.forSnapshots,
    settings: settings.server.service,
    client: host.client,
    pageOf: host.pageOf,
  };
}

function sourceAt({ uri, files }: Project, asked: string, { configuration }: LintReading): Source | undefined {
  const { sources } = configuration;
  if (asked === uri) return sources[0];
  return sources.find(({ kind, path }) => kind === "file" && files.forSnapshots.uriOf(path) === asked);
}

/** Whether a file is one of a configuration, but not its first. */
export function includesFile(project: Project, uri: string): boolean {
  const reading = uri === project.uri ? undefined : readingOf(project);
  return reading !== undefined && sourceAt(project, uri, reading) !== undefined;
}

import { type Diagnostic as Finding, saySame } from "smtpd-conf";
import { getDiagnostics } from "smtpd-conf-language-service";
import type { Diagnostic } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { currentOf, type Project } from "./projects/project.ts";
import { snapshotIn } from "./projects/project-snapshot.ts";

/** Findings by the address of the file that they stand in. */
export type FindingsByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/** The findings of a configuration that are known now. A file without any is there with none if it is part of it. */
export function findingsOf(project: Project, client: Client): FindingsByFile {
  const snapshot = snapshotIn(project, project.uri);
  if (snapshot === undefined || !project.settings.server.enable) return new Map();
  const found = new Map<string, readonly Diagnostic[]>([[project.uri, []]]);
  for (const [uri, list] of getDiagnostics(snapshot)) found.set(uri, reduced(list, client));
  return found;
}

/** Findings without what the client does not know. */
function reduced(list: readonly Diagnostic[], client: Client): readonly Diagnostic[] {
  if (client.relatedInformation && client.tags && client.codeDescription) return list;
  return list.map(({ relatedInformation, tags, codeDescription, ...diagnostic }) => ({
    ...diagnostic,
    ...(relatedInformation !== undefined && client.relatedInformation && { relatedInformation }),
    ...(tags !== undefined && client.tags && { tags }),
    ...(codeDescription !== undefined && client.codeDescription && { codeDescription }),
  }));
}

/** Sends findings to the editor: of each file those of all configurations that it is part of. */
export interface Publishing {
  /** Takes in what was found in a configuration, and tells of the files for which that is new. */
  readonly publish: (project: Project) => void;
  readonly forget: (project: Project) => void;
}

export interface PublishingGiven {
  readonly client: Client;
  readonly send: (uri: string, diagnostics: Diagnostic[], version: number | undefined) => void;
  readonly versionOf: (uri: string) => number | undefined;
}

export function openPublishing({ client, send, versionOf }: PublishingGiven): Publishing {
  const known = new Map<Project, FindingsByFile>();
  const told = new Map<Project, Told>();
  const sendAll = (uris: ReadonlySet<string>) => {
    for (const uri of uris) send(uri, together(uri, [...known.values()]), versionOf(uri));
  };
  return {
    publish: (project) => {
      const telling = tellingOf(project, versionOf);
      if (telling !== undefined && isTold(telling, told.get(project))) return;
      if (telling !== undefined) told.set(project, telling);
      const before = known.get(project);
      const found = findingsOf(project, client);
      known.set(project, found);
      sendAll(new Set([...(before?.keys() ?? []), ...found.keys()]));
    },
    forget: (project) => {
      const before = known.get(project);
      known.delete(project);
      told.delete(project);
      sendAll(new Set(before?.keys()));
    },
  };
}

/** What was told of a configuration, and what is to be told. */
interface Told {
  readonly settings: Project["settings"];
  readonly version: number | undefined;
  readonly findings: readonly Finding[];
}

function tellingOf(project: Project, versionOf: PublishingGiven["versionOf"]): Told | undefined {
  const { uri, settings } = project;
  const findings = currentOf(project)?.known().diagnostics;
  return findings && { settings, version: versionOf(uri), findings };
}

/** Whether the editor knows it all: what is found soon after a change is most often what was said at once. */
function isTold({ settings, version, findings }: Told, before: Told | undefined): boolean {
  return (
    before !== undefined &&
    before.settings === settings &&
    before.version === version &&
    saySame(before.findings, findings)
  );
}

/** The findings in a file, each once though two configurations may include it. */
export function together(uri: string, all: readonly FindingsByFile[]): Diagnostic[] {
  const lists = all.flatMap((found) => (found.has(uri) ? [found.get(uri) ?? []] : []));
  if (lists.length < 2) return [...(lists[0] ?? [])];
  const seen = new Set<string>();
  return lists.flat().filter((diagnostic) => {
    const identity = JSON.stringify([diagnostic.code, diagnostic.range, diagnostic.message]);
    return !seen.has(identity) && seen.add(identity) !== undefined;
  });
}

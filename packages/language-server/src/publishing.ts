import { type Diagnostic as Finding, saySame } from "smtpd-conf";
import { type DiagnosticsMemory, getDiagnostics, openDiagnosticsMemory } from "smtpd-conf-language-service";
import type { Diagnostic } from "vscode-languageserver";
import { currentOf, type Project } from "./projects/project.ts";
import { snapshotIn } from "./projects/project-snapshot.ts";

/** Findings by the address of the file that they stand in. */
export type FindingsByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/** The findings of a configuration that are known now. A file without any is there with none if it is part of it. */
export function findingsOf(project: Project, memory?: DiagnosticsMemory): FindingsByFile {
  const snapshot = snapshotIn(project, project.uri);
  if (snapshot === undefined || !project.settings.server.enable) return new Map();
  return new Map([[project.uri, []], ...getDiagnostics(snapshot, memory)]);
}

/** Sends findings to the editor: of each file those of all configurations that it is part of. */
export interface Publishing {
  /** Takes in what was found in a configuration, and tells of its files if that is new. Resolved when it is written. */
  readonly publish: (project: Project) => Promise<void>;
  readonly forget: (project: Project) => Promise<void>;
}

export interface PublishingGiven {
  readonly send: (uri: string, diagnostics: Diagnostic[], version: number | undefined) => Promise<void>;
  readonly versionOf: (uri: string) => number | undefined;
}

export function openPublishing({ send, versionOf }: PublishingGiven): Publishing {
  const known = new Map<Project, Known>();
  const sendAll = async (uris: ReadonlySet<string>) => {
    const all = [...known.values()].map(({ files }) => files);
    await Promise.all([...uris].map((uri) => send(uri, together(uri, all), versionOf(uri))));
  };
  return {
    publish: async (project) => {
      const before = known.get(project);
      const telling = tellingOf(project, versionOf);
      if (telling !== undefined && isTold(telling, before?.told)) return;
      const memory = before?.memory ?? openDiagnosticsMemory();
      const files = findingsOf(project, memory);
      known.set(project, { files, memory, told: telling });
      await sendAll(new Set([...(before?.files.keys() ?? []), ...files.keys()]));
    },
    forget: async (project) => {
      const before = known.get(project);
      known.delete(project);
      await sendAll(new Set(before?.files.keys()));
    },
  };
}

/** What the editor knows of a configuration. */
interface Known {
  readonly files: FindingsByFile;
  readonly memory: DiagnosticsMemory;
  readonly told: Told | undefined;
}

/** What was told of a configuration, and of which texts. */
interface Told {
  readonly settings: Project["settings"];
  readonly versions: string;
  readonly findings: readonly Finding[];
}

function tellingOf(project: Project, versionOf: PublishingGiven["versionOf"]): Told | undefined {
  const { uri, settings, files } = project;
  const findings = currentOf(project)?.known().diagnostics;
  const versions = [uri, ...files.used].map((one) => versionOf(one)).join();
  return findings && { settings, versions, findings };
}

/** Whether the editor knows it all: what is found soon after a change is most often what was said at once. */
function isTold({ settings, versions, findings }: Told, before: Told | undefined): boolean {
  return (
    before !== undefined &&
    before.settings === settings &&
    before.versions === versions &&
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

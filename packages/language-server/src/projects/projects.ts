import type { TextChange } from "smtpd-conf";
import type { Snapshot } from "smtpd-conf-language-service";
import { URI } from "vscode-uri";
import type { ServerSettings } from "../settings.ts";
import { changeProject, configureProject, openProject, type Project, touchProject, usesFile } from "./project.ts";
import type { ProjectHost } from "./project-host.ts";
import { readProjectSettings } from "./project-settings.ts";
import { includesFile, snapshotIn } from "./project-snapshot.ts";

/** All configurations that somebody looks at. */
export interface Projects {
  readonly all: () => readonly Project[];
  readonly get: (uri: string) => Project | undefined;
  /** Opens the configuration that begins with a file, with the settings that count for it. */
  readonly open: (uri: string) => Promise<Project>;
  readonly close: (uri: string) => void;
  /** Reads the settings of all again. */
  readonly configure: () => Promise<void>;
  /** Those that a file is part of. */
  readonly using: (uri: string) => readonly Project[];
  /** Takes in a change of a text; gives the configurations that it concerns. */
  readonly change: (uri: string, changes: readonly TextChange[] | undefined) => readonly Project[];
  /** What is known of a document, in the configuration that includes it, else as one of its own. */
  readonly snapshot: (uri: string) => Promise<Snapshot | undefined>;
}

/** What projects ask about a file. */
export interface ProjectsGiven extends ProjectHost {
  readonly settingsFor: (uri: string) => Promise<ServerSettings>;
  /** Says what is wrong with the settings of a project. */
  readonly complain: (problems: readonly string[]) => void;
}

export function openProjects(given: ProjectsGiven): Projects {
  const known = new Map<string, Project>();
  const opening = new Map<string, Promise<Project>>();
  const all = () => [...known.values()];
  const using = (uri: string) => all().filter((project) => usesFile(project, uri));
  const open = (uri: string) => {
    const begun = opening.get(uri) ?? begin(uri, given).then((project) => keep(known, project));
    opening.set(uri, begun);
    return begun;
  };
  return {
    all,
    get: (uri) => known.get(uri),
    open,
    close: (uri) => {
      known.delete(uri);
      opening.delete(uri);
    },
    configure: async () => {
      for (const project of all()) configureProject(project, await settingsOf(project.uri, given));
    },
    using,
    change: (uri, changes) => {
      const concerned = using(uri);
      for (const project of concerned) {
        if (project.uri === uri) changeProject(project, changes);
        else touchProject(project);
      }
      return concerned;
    },
    snapshot: async (uri) => {
      const including = using(uri).find((project) => includesFile(project, uri));
      if (including === undefined && given.documents.get(uri) === undefined) return undefined;
      const project = including ?? known.get(uri) ?? (await open(uri));
      return project.settings.server.enable ? snapshotIn(project, uri) : undefined;
    },
  };
}

function keep(known: Map<string, Project>, project: Project): Project {
  known.set(project.uri, project);
  return project;
}

async function begin(uri: string, given: ProjectsGiven): Promise<Project> {
  return openProject(uri, pathOf(uri), await settingsOf(uri, given), given);
}

async function settingsOf(uri: string, given: ProjectsGiven): ReturnType<typeof readProjectSettings> {
  const settings = await readProjectSettings(pathOf(uri), await given.settingsFor(uri), given.allowed());
  if (settings.problems.length > 0) given.complain(settings.problems);
  return settings;
}

/** The path of a file of the disk; undefined for what is none, such as a text that was never saved. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === "file" ? parsed.fsPath : undefined;
}

import {
  type KnownFindings,
  type LintInput,
  type LintReading,
  type LintResult,
  type LintSession,
  openLintSession,
  type TextChange,
  templateKindOf,
} from "smtpd-conf";
import type { Snapshot } from "smtpd-conf-language-service";
import { type OpenedSurroundings, openRoot } from "smtpd-lint";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { openProjectFiles, type ProjectFiles } from "../files/project-files.ts";
import type { ProjectHost } from "./project-host.ts";
import type { ProjectSettings } from "./project-settings.ts";

/** A configuration as smtpd would be started with it: a file, and what it includes. */
export interface Project {
  /** The address of the file. */
  readonly uri: string;
  /** Where it lies; undefined where that is no file of the disk. */
  readonly path: string | undefined;
  readonly host: ProjectHost;
  session: LintSession;
  settings: ProjectSettings;
  files: ProjectFiles;
  surroundings: OpenedSurroundings | undefined;
  /** What leads from the text that was last looked at to the one of now; undefined where nobody knows. */
  changes: readonly TextChange[] | undefined;
  /** What has been found out about the text as it is now. */
  current: Current | undefined;
  /** What was made of `current`, by the address of the document asked about. */
  readonly snapshots: Map<string, Snapshot | undefined>;
}

/** What has been found out about the text as it is now. */
export interface Current {
  readonly input: LintInput;
  readonly reading: LintReading;
  /** What can be said without looking at all; undefined where that is nothing. */
  readonly atOnce: () => KnownFindings | undefined;
  /** The same, else what is found soon. */
  readonly known: () => KnownFindings;
  /** What can be found soon, with all that belongs to it. */
  readonly result: () => LintResult;
  /** What is still to be done; undefined where that is all. */
  readonly rest: Generator<LintResult | undefined, LintResult> | undefined;
}

/** Opens a configuration. Nothing is read before somebody asks. */
export function openProject(
  uri: string,
  path: string | undefined,
  settings: ProjectSettings,
  host: ProjectHost,
): Project {
  const session = openLintSession();
  const opened = openFiles(path, settings, host);
  return {
    uri,
    path,
    host,
    session,
    settings,
    ...opened,
    changes: undefined,
    current: undefined,
    snapshots: new Map(),
  };
}

function openFiles(
  path: string | undefined,
  { file: { surroundings: where, target } }: ProjectSettings,
  { documents, allowed, texts }: ProjectHost,
): Pick<Project, "files" | "surroundings"> {
  const surroundings = where.kind === "root" ? openRoot(where.folder, target) : undefined;
  const below = surroundings?.locate;
  return { files: openProjectFiles({ path, documents, allowed, texts, below, target }), surroundings };
}

/** Takes in that the file itself was changed; `changes` are undefined where nobody knows how. */
export function changeProject(project: Project, changes: readonly TextChange[] | undefined): void {
  const { changes: before } = project;
  project.changes = changes === undefined || before === undefined ? undefined : [...before, ...changes];
  touchProject(project);
}

/** Takes in that something else was changed that the answer may depend on. */
export function touchProject(project: Project): void {
  project.current = undefined;
  project.snapshots.clear();
}

/** Takes in other settings. */
export function configureProject(project: Project, settings: ProjectSettings): void {
  project.settings = settings;
  Object.assign(project, openFiles(project.path, settings, project.host));
  touchProject(project);
}

/** The file of a configuration: as the editor has it, else as the disk has it; undefined where there is none any more. */
export function documentOf({ uri, path, host }: Project): TextDocument | undefined {
  const open = host.documents.get(uri);
  if (open !== undefined) return open.document;
  const content = path === undefined ? undefined : host.texts.read(path);
  return content?.kind === "file" ? host.documents.documentOf(uri, content.text) : undefined;
}

/** What the text as it is now says; undefined where there is none. */
export function readingOf(project: Project): LintReading | undefined {
  return currentOf(project)?.reading;
}

/** What is known of the text as it is now; undefined where there is none. */
export function currentOf(project: Project): Current | undefined {
  if (project.current !== undefined) return project.current;
  const text = documentOf(project)?.getText();
  if (text === undefined) return undefined;
  const { changes } = project;
  // Should this fail, the next attempt begins anew.
  project.changes = undefined;
  const input = inputFor(project, text);
  const run = project.session.update(input, changes);
  project.changes = [];
  const { reading, atOnce, first, rest } = run;
  project.current = { input, reading, atOnce, known: () => atOnce() ?? first(), result: first, rest: rest() };
  return project.current;
}

function inputFor({ uri, path: place, settings, files, surroundings }: Project, text: string): LintInput {
  const { target, definitions, rules, template: choice } = settings.file;
  const path = place ?? uri;
  const template = choice === "none" ? undefined : (choice ?? templateKindOf(path, text));
  const { reader, tableFiles, readTableKind } = files;
  const machine = surroundings?.machine;
  return { path, text, target, definitions, rules, template, files: reader, tableFiles, readTableKind, machine };
}

/** Whether everything is known of the text as it is now. */
export function isComplete({ current }: Project): boolean {
  return current !== undefined && current.rest === undefined;
}

/** How far somebody got who finds out more. */
export type Progress = "working" | "better" | "complete";

/** Finds out more, for about so many milliseconds, or until there is something to tell. */
export function workOn(project: Project, milliseconds: number): Progress {
  const deadline = performance.now() + milliseconds;
  const rest = currentOf(project)?.rest;
  if (rest === undefined) return "complete";
  do {
    const step = rest.next();
    if (step.done) {
      finish(project, step.value);
      return "complete";
    }
    if (step.value === undefined) continue;
    learn(project, step.value);
    return "better";
  } while (performance.now() < deadline);
  return "working";
}

function learn(project: Project, result: LintResult): void {
  const { current } = project;
  if (current !== undefined) project.current = { ...current, known: () => result };
  project.snapshots.clear();
}

function finish(project: Project, result: LintResult): void {
  const { current } = project;
  const all = () => result;
  if (current !== undefined)
    project.current = { ...current, reading: result, known: all, result: all, rest: undefined };
  project.snapshots.clear();
}

/** Leaves it at what is known, after a failure of ours; the next text begins anew. */
export function giveUp(project: Project): void {
  project.session = openLintSession();
  project.changes = undefined;
  const { current } = project;
  if (current !== undefined) finish(project, resultOrNothing(current));
}

/** What was found by now; nothing where that fails, too. */
function resultOrNothing({ reading, result }: Current): LintResult {
  try {
    return result();
  } catch {
    return { ...reading, verdict: "accepted", diagnostics: [], suppressed: [] };
  }
}

/** Whether a configuration is made of a file or reads it: it is the file itself, includes it or has it as a table. */
export function usesFile({ uri, files }: Project, asked: string): boolean {
  return asked === uri || files.used.has(asked);
}

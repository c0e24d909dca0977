import { readdirSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { FileContent, FileReader, TableFiles, TableKindReader } from "smtpd-conf";
import { forEachLineOf, type Release, readTableLines } from "smtpd-conf";
import type { SnapshotFiles } from "smtpd-conf-language-service";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { OpenDocuments } from "../documents/open-documents.ts";
import type { AllowedFolders } from "./allowed-folders.ts";
import type { TextFiles } from "./text-files.ts";

/** What a configuration can see of other files: what the editor has open, else what may be read of the disk. */
export interface ProjectFiles {
  readonly reader: FileReader;
  readonly tableFiles: TableFiles;
  readonly readTableKind: TableKindReader;
  readonly forSnapshots: SnapshotFiles;
  /** The files that were asked for, by their addresses. */
  readonly used: ReadonlySet<string>;
}

export interface ProjectFilesGiven {
  /** The path of the file that smtpd is started with; undefined where that is no file of the disk. */
  readonly path: string | undefined;
  readonly documents: OpenDocuments;
  /** The folders that may be read, as they are now. */
  readonly allowed: () => AllowedFolders;
  readonly texts: TextFiles;
  /** Where an absolute path of the configuration leads, when the settings of the project say where its files are. */
  readonly below: ((path: string) => string | undefined) | undefined;
  readonly target: Release;
}

export function openProjectFiles(given: ProjectFilesGiven): ProjectFiles {
  const used = new Set<string>();
  const read = (path: string): FileContent => {
    if (path === "/dev/null") return { kind: "file", text: "", encoding: "utf8" };
    const uri = uriOf(given, path);
    used.add(uri);
    const open = given.documents.get(uri);
    return open ? { kind: "file", text: open.document.getText(), encoding: "utf8" } : readFromDisk(given, path);
  };
  const tableFiles = tableFilesFrom(read);
  const kinds = new WeakMap<FileContent, TableFileKind>();
  return {
    reader: { read },
    tableFiles,
    readTableKind: (path) => {
      const content = isAbsolute(path) ? read(path) : undefined;
      if (content?.kind !== "file") return undefined;
      const known = kinds.get(content) ?? { kind: tableKind(tableFiles, path, given.target) };
      kinds.set(content, known);
      return known.kind;
    },
    forSnapshots: {
      documentOf: (path) => documentOf(given, path, read),
      uriOf: (path) => uriOf(given, path),
      entriesOf: (folder) => entriesOf(given, folder),
    },
    used,
  };
}

/** Where a path of the configuration leads. Relative ones are looked for beside the file, whose own path leads to itself. */
function placeOf({ path: root, below }: ProjectFilesGiven, path: string): string | undefined {
  if (path === root) return path;
  if (isAbsolute(path)) return below === undefined ? path : below(path);
  return root === undefined ? undefined : join(dirname(root), path);
}

function uriOf(given: ProjectFilesGiven, path: string): string {
  return URI.file(placeOf(given, path) ?? path).toString();
}

function readFromDisk(given: ProjectFilesGiven, path: string): FileContent {
  const wanted = placeOf(given, path);
  const place = wanted === undefined ? undefined : given.allowed().find(wanted);
  if (place === undefined || place.kind === "nothing") return { kind: "failed", reason: "missing" };
  return place.kind === "outside" ? { kind: "failed", reason: "outside" } : given.texts.read(place.path);
}

function documentOf(
  given: ProjectFilesGiven,
  path: string,
  read: (path: string) => FileContent,
): TextDocument | undefined {
  const uri = uriOf(given, path);
  const open = given.documents.get(uri);
  if (open !== undefined) return open.document;
  const content = read(path);
  return content.kind === "file" ? given.documents.documentOf(uri, content.text) : undefined;
}

function tableFilesFrom(read: (path: string) => FileContent): TableFiles {
  return {
    forEachLine: (path, visit) => {
      const content = isAbsolute(path) ? read(path) : undefined;
      if (content?.kind !== "file") return false;
      forEachLineOf(content.text, visit, content.encoding);
      return true;
    },
  };
}

/** What a text has as a table: found out once for each, since a table can have very many lines. */
interface TableFileKind {
  readonly kind: ReturnType<TableKindReader>;
}

/** What a table file holds; undefined where it cannot be read, or where smtpd refuses it. */
function tableKind(tableFiles: TableFiles, path: string, target: Release): ReturnType<TableKindReader> {
  let found = false;
  const { kind, fault } = readTableLines((visit) => {
    found = tableFiles.forEachLine(path, visit);
  }, target);
  return found && fault === undefined ? kind : undefined;
}

/** Names of a folder at most: more than anybody picks from. */
const mostEntries = 1000;

function entriesOf(given: ProjectFilesGiven, folder: string): readonly string[] {
  const wanted = placeOf(given, folder === "" ? "." : folder);
  const place = wanted === undefined ? undefined : given.allowed().find(wanted);
  if (place?.kind !== "inside") return [];
  try {
    const entries = readdirSync(place.path, { withFileTypes: true });
    return entries.slice(0, mostEntries).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  } catch {
    return [];
  }
}

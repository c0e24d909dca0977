import { forEachLineOf, type LintInput, lint, openAnalysis, type Source } from "smtpd-conf";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Position,
  type Range,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { type ClientSupport, fullSupport } from "./client-support.ts";
import { defaultSettings, type ServiceSettings } from "./service-settings.ts";
import type { Snapshot } from "./snapshot.ts";

/** How a test sees a text: with other files by their path, for a release, with settings. */
export interface SnapshotOptions extends Pick<LintInput, "target" | "rules" | "definitions" | "template"> {
  /** The path of the text; `smtpd.conf` where absent. */
  readonly path?: string;
  /** Files that the configuration names, by their path: includes and the files of tables. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file that smtpd is started with, where that is another one, which includes the text by its path. */
  readonly root?: { readonly path: string; readonly text: string };
  readonly settings?: Partial<ServiceSettings>;
  readonly client?: Partial<ClientSupport>;
}

/** The address that tests give to a path. */
export function uriOf(path: string): string {
  return path.startsWith("/") ? `file://${path}` : `file:///etc/mail/${path}`;
}

/** A snapshot of a text, out of nothing but what the test says. */
export function snapshotOf(text: string, options: SnapshotOptions = {}): Snapshot {
  const { path = "smtpd.conf", root, files = {}, settings, client, ...input } = options;
  const texts: Readonly<Record<string, string>> = { ...files, [path]: text };
  const main = root ?? { path, text };
  const lintInput = { ...input, ...main, files: fileReader(texts), tableFiles: tableFilesOf(texts) };
  const result = lint(lintInput);
  const source = result.configuration.sources.find((one) => one.path === path && one.kind === "file") as Source;
  const documents = documentsOf({ ...texts, [main.path]: main.text });
  return {
    document: documents.get(path) as TextDocument,
    source,
    configuration: result.configuration,
    model: result.model,
    analysis: openAnalysis(result.model, { tableFiles: tableFilesOf(texts) }),
    known: result.diagnostics,
    result,
    lintInput,
    target: result.target,
    template: result.template,
    files: {
      documentOf: (name) => documents.get(name),
      uriOf,
      entriesOf: (folder) => entriesOf(Object.keys(texts), folder),
    },
    settings: { ...defaultSettings, ...settings },
    client: { ...fullSupport, ...client },
    pageOf: (code) => `https://example.org/checks/${code}`,
  };
}

/** A snapshot and the cursor in it: where `|` stands in the text. A `|` of the text itself is written `||`. */
export function snapshotAt(
  textWithCursor: string,
  options: SnapshotOptions = {},
): { readonly snapshot: Snapshot; readonly position: Position; readonly offset: number } {
  const { text, offset } = cursorIn(textWithCursor);
  const snapshot = snapshotOf(text, options);
  return { snapshot, position: snapshot.document.positionAt(offset), offset };
}

/** Takes the cursor out of a text. */
export function cursorIn(textWithCursor: string): { readonly text: string; readonly offset: number } {
  const [before, after, ...more] = textWithCursor.split(/(?<!\|)\|(?!\|)/);
  if (before === undefined || after === undefined || more.length > 0) throw new Error("there must be one cursor");
  const plain = (part: string) => part.replaceAll("||", "|");
  return { text: plain(before) + plain(after), offset: plain(before).length };
}

/** The text with `<|` and `|>` around ranges, which may lie within each other. */
export function withMarks(document: TextDocument, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(({ start, end }, index) => [
    { offset: document.offsetAt(start), order: index, mark: "<|" },
    { offset: document.offsetAt(end), order: -1, mark: "|>" },
  ]);
  marks.sort((a, b) => b.offset - a.offset || b.order - a.order);
  return marks.reduce(
    (text, { offset, mark }) => text.slice(0, offset) + mark + text.slice(offset),
    document.getText(),
  );
}

/** The edits of each document by its address, as editors take them that know versions of documents. */
export function editsByUri({ documentChanges = [] }: WorkspaceEdit): Map<string, TextEdit[]> {
  const changes = documentChanges.filter(TextDocumentEdit.is);
  return new Map(changes.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]]));
}

function fileReader(texts: Readonly<Record<string, string>>): LintInput["files"] {
  return {
    read: (name) => {
      const text = texts[name];
      if (text === undefined) return { kind: "failed", reason: "missing" };
      return { kind: "file", text, encoding: "utf8" };
    },
  };
}

function tableFilesOf(texts: Readonly<Record<string, string>>): NonNullable<LintInput["tableFiles"]> {
  return {
    forEachLine: (path, visit) => {
      const text = texts[path];
      if (text !== undefined) forEachLineOf(text, visit);
      return text !== undefined;
    },
  };
}

function documentsOf(texts: Readonly<Record<string, string>>): ReadonlyMap<string, TextDocument> {
  const entries = Object.entries(texts);
  return new Map(entries.map(([path, text]) => [path, TextDocument.create(uriOf(path), "smtpd-conf", 1, text)]));
}

/** The names in a folder, out of the paths of all files. */
function entriesOf(paths: readonly string[], folder: string): readonly string[] {
  const start = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  const below = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  return [...new Set(below.map((path) => path.replace(/\/.*/s, "/")))].sort();
}

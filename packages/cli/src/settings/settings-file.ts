import { dirname } from "node:path";
import type { Node } from "jsonc-parser";
import { visible } from "../formats/visible.ts";
import { indexLines, positionAt } from "../line-index.ts";
import { checkFolders } from "./check-folders.ts";
import { type Globs, openGlobs } from "./globs.ts";
import { readField } from "./read-field.ts";
import { type Problem, readJson } from "./read-json.ts";
import { type SettingsContent, settingsField } from "./settings-fields.ts";
import { shownPath } from "./shown-path.ts";

/** A settings file that has been read. */
export interface SettingsFile {
  readonly path: string;
  /** What its globs and folders are relative to. */
  readonly folder: string;
  readonly content: SettingsContent;
  /** What is left out where folders are searched. */
  readonly ignores: Globs;
  /** The globs of each entry of `overrides`. */
  readonly overrides: readonly Globs[];
}

/** The key of a package.json that holds settings. */
export const packageKey = "smtpd-lint";

/**
 * Reads the text of a settings file, or of a package.json with settings in it. Gives sentences about all that is wrong with
 * it, each behind its `path:line:column`; undefined for a package.json without settings.
 */
export function readSettings(
  path: string,
  text: string,
  kind: "settings" | "package",
): SettingsFile | readonly string[] | undefined {
  const { root, problems: faults } = readJson(text);
  const node = kind === "package" ? valueAt(root, packageKey) : root;
  if (kind === "package" && node === undefined) return undefined;
  if (faults.length > 0) return describe(faults, path, text);
  if (node === undefined)
    return describe([{ offset: 0, message: "The file is empty: write {} at least." }], path, text);
  const problems: Problem[] = [];
  const content = (readField(node, settingsField, problems) ?? {}) as SettingsContent;
  const folder = dirname(path);
  problems.push(...checkFolders(content, folder, node));
  if (problems.length > 0) return describe(problems, path, text);
  const overrides = (content.overrides ?? []).map(({ files = [] }) => openGlobs(files));
  return { path, folder, content, ignores: openGlobs(content.ignores ?? []), overrides };
}

function valueAt(node: Node | undefined, key: string): Node | undefined {
  return node?.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
}

function describe(problems: readonly Problem[], path: string, text: string): readonly string[] {
  const index = indexLines({ text });
  return problems.map(({ offset, message }) => {
    const { line, column } = positionAt(index, offset);
    return `${shownPath(path)}:${line}:${column}: ${visible(message)}`;
  });
}

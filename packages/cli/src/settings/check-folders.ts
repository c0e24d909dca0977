import { realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Problem } from "./read-json.ts";
import type { SettingsContent } from "./settings-fields.ts";

/**
 * What is wrong with the folders that settings name as roots: they have to be there, below the folder of the settings file
 * also where links lead. Settings that came with somebody's repository must not have other files of this machine read.
 */
export function checkFolders(content: SettingsContent, folder: string, node: Node): readonly Problem[] {
  // Where something else is wrong, an entry can be missing.
  const named = [
    { root: content.root, path: ["root"] },
    ...(content.overrides ?? []).map(({ root } = {}, index) => ({ root, path: ["overrides", index, "root"] })),
  ];
  return named.flatMap(({ root, path }) => {
    const message = root === undefined ? undefined : faultOf(root, folder);
    return message === undefined ? [] : [{ offset: findNodeAtLocation(node, path)?.offset ?? 0, message }];
  });
}

function faultOf(root: string, folder: string): string | undefined {
  try {
    const [place, top] = [realpathSync(join(folder, root)), realpathSync(folder)];
    if (!statSync(place).isDirectory()) return `"${root}" is not a folder.`;
    if (place === top || place.startsWith(top.endsWith(sep) ? top : `${top}${sep}`)) return undefined;
    return `"${root}" leads out of the folder of the settings file: name it on the command line, with --root.`;
  } catch {
    return `There is no folder "${root}" beside the settings file.`;
  }
}

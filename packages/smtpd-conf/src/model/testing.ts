import { forEachLineOf } from "./table-file.ts";
import type { TableFiles } from "./table-files.ts";

/** The files of tables, out of texts by path. */
export function tableFilesOf(texts: Readonly<Record<string, string>>): TableFiles {
  return {
    forEachLine: (path, visit) => {
      const text = texts[path];
      if (text !== undefined) forEachLineOf(text, visit);
      return text !== undefined;
    },
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The page about a check or a rule, as Markdown; undefined where there is none. The pages are in a file beside the bundled
 * program, which is read when the first page is asked for; a program that runs from its sources has none.
 */
export function pageText(code: string): string | undefined {
  pages ??= readPages();
  return pages.get(code);
}

let pages: ReadonlyMap<string, string> | undefined;

function readPages(): ReadonlyMap<string, string> {
  if (typeof __dirname === "undefined") return new Map();
  const text = readFileSync(join(__dirname, "pages.json"), "utf8");
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

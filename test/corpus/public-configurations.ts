import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The folder of public configurations, beside the checkout: they are no part of this repository. It has a folder for each
 * era of the language, and tables of what smtpd says.
 */
export const corpusFolder: string = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

/** Whether the public configurations are there; a test file that asks says it where they are not. */
export const hasCorpus: boolean = existsSync(`${corpusFolder}verdicts.tsv`);
if (!hasCorpus) console.log("skipped: there is no ../shared/corpus with public configurations");

/** What a public configuration is written in: the language since 6.4, that before it, its drafts, or a template of it. */
export type Era = "modern" | "legacy" | "preview" | "template";

/** The configurations of an era, as `era/name.conf` in the order of their names; none where there are none at all. */
export function filesOf(era: Era): readonly string[] {
  if (!hasCorpus) return [];
  const names = readdirSync(`${corpusFolder}${era}`).filter((name) => name.endsWith(".conf"));
  return names.sort().map((name) => `${era}/${name}`);
}

/** The text of a file of the folder, in this encoding. */
export function readPublic(file: string, encoding: "utf8" | "latin1" = "utf8"): string {
  return readFileSync(`${corpusFolder}${file}`, encoding);
}

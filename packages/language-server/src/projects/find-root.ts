import { basename } from "node:path";
import { defaultIgnores, defaultPatterns, findFiles, openGlobs } from "smtpd-lint";
import { URI } from "vscode-uri";
import type { Services } from "../services.ts";
import { resultOf, usesFile } from "./project.ts";
import { pathOf } from "./projects.ts";

/** Levels of a folder that are searched, and configurations that are looked at. */
const depth = 6;
const mostRoots = 200;

const isNamedAsRoot = openGlobs(defaultPatterns);
const isNeverMeant = openGlobs(defaultIgnores);

/** The configurations in the folders of the editor, by their addresses: files that are named as one is. */
export function findRoots({ folders }: Pick<Services, "folders">): readonly string[] {
  const found = folders
    .paths()
    .flatMap((folder) => findFiles(folder, { wanted: isNamedAsRoot, depth, ignored: (path) => isNeverMeant(path) }));
  return [...new Set(found)].slice(0, mostRoots).map((path) => URI.file(path).toString());
}

/**
 * Opens the configuration of the workspace that includes a file, where there is one. A file that is named as a
 * configuration is taken for one, and nothing is searched.
 */
export async function findRootOf(services: Services, uri: string): Promise<void> {
  const path = pathOf(uri);
  if (path === undefined || isNamedAsRoot(basename(path))) return;
  for (const root of findRoots(services)) {
    if (root === uri || services.projects.get(root) !== undefined) continue;
    const project = await services.projects.open(root);
    resultOf(project);
    if (usesFile(project, uri)) return services.linting.begin(project);
    services.projects.close(root);
  }
}

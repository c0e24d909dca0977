import { basename } from "node:path";
import type { Services } from "../services.ts";
import { readingOf, usesFile } from "./project.ts";
import { pathOf } from "./projects.ts";
import { isNamedAsRoot } from "./roots.ts";

/**
 * Opens the configuration of the workspace that includes a file, where there is one. A file that is named as a
 * configuration is taken for one, and nothing is searched.
 */
export async function findRootOf(services: Services, uri: string): Promise<void> {
  const path = pathOf(uri);
  if (path === undefined || isNamedAsRoot(basename(path))) return;
  for (const root of services.roots.find()) {
    if (root === uri || services.projects.get(root) !== undefined) continue;
    const project = await services.projects.open(root);
    readingOf(project);
    if (usesFile(project, uri)) return services.linting.begin(project);
    services.projects.close(root);
  }
}

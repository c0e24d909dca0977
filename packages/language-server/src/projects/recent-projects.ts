import { isComplete, type Project, restProject } from "./project.ts";

/** The configurations that were worked on last. They keep what was found out about them; the others begin anew when needed. */
export interface RecentProjects {
  /** Takes note that a configuration is being worked on. */
  readonly use: (project: Project) => void;
}

/** So many keep everything: about a megabyte each for a hundred lines. */
const most = 10;

/** Opens a memory of none. */
export function openRecentProjects(): RecentProjects {
  const recent = new Set<Project>();
  return {
    use: (project) => {
      recent.delete(project);
      recent.add(project);
      const oldest = [...recent].slice(0, -most).filter(isComplete);
      for (const one of oldest) {
        recent.delete(one);
        restProject(one);
      }
    },
  };
}

import { expect, test } from "vitest";
import { currentOf, isComplete, type Project, workOn } from "./project.ts";
import { openRecentProjects } from "./recent-projects.ts";
import { openText } from "./testing.ts";

function complete(project: Project): readonly string[] {
  while (workOn(project, 1000) !== "complete");
  return (
    currentOf(project)
      ?.result()
      .diagnostics.map(({ code }) => code) ?? []
  );
}

test("those that were worked on last keep what is known of them, the others find it out anew", () => {
  const projects = Array.from({ length: 12 }, () => openText("match for local action a\n"));
  const recent = openRecentProjects();
  for (const project of projects) {
    complete(project);
    recent.use(project);
  }
  expect(projects.map(isComplete)).toEqual(projects.map((_, index) => index >= 2));
  expect(complete(projects[0] as Project)).toEqual(["undefined-action"]);
});

test("one that is not done with goes on", () => {
  const projects = Array.from({ length: 12 }, () => openText("match for local action a\n"));
  const recent = openRecentProjects();
  for (const project of projects) {
    currentOf(project);
    recent.use(project);
  }
  expect(projects.every(({ current }) => current !== undefined)).toBe(true);
});

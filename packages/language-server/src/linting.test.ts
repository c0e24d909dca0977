import { expect, test } from "vitest";
import { type LintingEvents, openLinting } from "./linting.ts";
import type { Project } from "./projects/project.ts";
import { openText } from "./projects/testing.ts";
import { openSpareTime } from "./spare-time.ts";

/** Works until everything is known; gives what was failed with. */
async function failuresOf(project: Project, found: LintingEvents["found"]): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const linting = openLinting({ found, failed, takesLong: () => () => {} }, openSpareTime());
  linting.begin(project);
  await linting.completed(project);
  return failures;
}

test("tells what is known, and whoever waits of the end", async () => {
  let told = 0;
  const count = async () => {
    told += 1;
  };
  expect(await failuresOf(openText("match for local action a\n"), count)).toEqual([]);
  expect(told).toBeGreaterThan(0);
});

test("a failure in telling is no failure of the process, and nobody waits for ever", async () => {
  const broken = new Error("broken");
  const fail = () => {
    throw broken;
  };
  expect(await failuresOf(openText("match for local action a\n"), fail)).toContain(broken);
});

test("a failure in finding out leaves what is known", async () => {
  const broken = new Error("broken");
  const project = openText("match for local action a\n");
  const { session } = project;
  project.session = {
    update: (input) => ({
      ...session.update(input),
      rest: function* () {
        yield;
        throw broken;
      },
    }),
  };
  let codes: readonly string[] = [];
  const found = async (one: Project) => {
    codes = one.current?.result().diagnostics.map(({ code }) => code) ?? [];
  };
  expect(await failuresOf(project, found)).toEqual([broken]);
  expect(codes).toEqual(["undefined-action"]);
});

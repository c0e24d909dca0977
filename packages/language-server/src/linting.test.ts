import { newestRelease } from "smtpd-conf";
import { fullSupport } from "smtpd-conf-language-service";
import { expect, test } from "vitest";
import { PositionEncodingKind } from "vscode-languageserver";
import { openDocuments } from "./documents/open-documents.ts";
import { openAllowedFolders } from "./files/allowed-folders.ts";
import { openTextFiles } from "./files/text-files.ts";
import { type LintingEvents, openLinting } from "./linting.ts";
import { openProject, type Project } from "./projects/project.ts";
import { noSettings } from "./settings.ts";
import { openSpareTime } from "./spare-time.ts";

const uri = "untitled:smtpd.conf";

/** A configuration that nobody has saved. */
function openText(text: string): Project {
  const documents = openDocuments(PositionEncodingKind.UTF16);
  documents.open({ uri, languageId: "smtpd-conf", version: 1, text });
  const file = {
    target: newestRelease,
    namedTarget: undefined,
    definitions: [],
    surroundings: { kind: "none" },
    rules: { preset: "recommended" },
    template: undefined,
  } as const;
  const allowed = openAllowedFolders([]);
  const host = {
    documents,
    texts: openTextFiles(),
    allowed: () => allowed,
    client: fullSupport,
    pageOf: () => undefined,
  };
  return openProject(uri, undefined, { server: noSettings, file, problems: [] }, host);
}

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

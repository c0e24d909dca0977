import { type Diagnostic, saySame } from "smtpd-conf";
import { tagsOf } from "smtpd-conf-language-service";
import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { currentOf, type Project } from "./projects/project.ts";
import { refreshColours } from "./refresh-views.ts";

/** Has the editor ask again for colours and lenses where they depend on what is found out later than it could ask. */
export interface LateViews {
  /** Takes in what is known of a configuration now. */
  readonly follow: (project: Project) => void;
}

export function openLateViews(
  connection: Connection,
  client: Client,
  versionOf: (uri: string) => number | undefined,
): LateViews {
  const shown = new WeakMap<Project, Shown>();
  if (!client.refreshes.tokens && !client.refreshes.lenses) return { follow: () => {} };
  return {
    follow: (project) => {
      const before = shown.get(project);
      const now = { version: versionOf(project.uri), findings: currentOf(project)?.known().diagnostics ?? [] };
      shown.set(project, now);
      if (before === undefined || before.version !== now.version) return;
      if (!saySame(marksIn(before.findings), marksIn(now.findings))) refreshColours(connection, client);
    },
  };
}

/** What was known of one version of a text. */
interface Shown {
  readonly version: number | undefined;
  readonly findings: readonly Diagnostic[];
}

/** The findings that show in colours and lenses. */
function marksIn(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.filter(({ code }) => tagsOf(code) !== undefined);
}

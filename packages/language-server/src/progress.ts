import { basename } from "node:path";
import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Project } from "./projects/project.ts";

/** Shows that a configuration takes long; gives what ends that. */
export function openProgress(connection: Connection, client: Client, { uri }: Project): () => void {
  if (!client.showsProgress) return () => {};
  let ended = false;
  let end = () => {};
  void connection.window.createWorkDoneProgress().then(
    (progress) => {
      if (ended) return;
      progress.begin("smtpd-lint", undefined, `Checking ${basename(uri)}`);
      end = () => progress.done();
    },
    () => {},
  );
  return () => {
    ended = true;
    end();
  };
}

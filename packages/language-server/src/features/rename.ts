import { getFileRenameEdits, getRename, prepareRename } from "smtpd-conf-language-service";
import { LSPErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { plainEdit } from "../plain-edit.ts";
import { snapshotIn } from "../projects/project-snapshot.ts";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { type AboutDocument, answer } from "./answer.ts";
import { allProjects } from "./diagnostics.ts";

interface PrepareParameters extends AboutDocument {
  readonly position: Position;
}

interface RenameParameters extends PrepareParameters {
  readonly newName: string;
}

/** Renames names, and files that configurations name. Why something cannot be renamed is said as an error. */
export function answerRename(services: Services): void {
  const { connection, client, log } = services;
  connection.onPrepareRename(
    answer<PrepareParameters, { range: Range; placeholder: string } | null>(
      services,
      "textDocument/prepareRename",
      null,
      (snapshot, { position }) => orRefuse(prepareRename(snapshot, position)),
    ),
  );
  connection.onRenameRequest(
    answer<RenameParameters, WorkspaceEdit | null>(
      services,
      "textDocument/rename",
      null,
      (snapshot, { position, newName }) => plainEdit(orRefuse(getRename(snapshot, position, newName)), client),
    ),
  );
  connection.workspace.onWillRenameFiles(
    protect("workspace/willRenameFiles", null, log, async ({ files }) => {
      const projects = await allProjects(services);
      const snapshots = projects.flatMap((project) => snapshotIn(project, project.uri) ?? []);
      return plainEdit(getFileRenameEdits(snapshots, files), client);
    }),
  );
}

function orRefuse<Answer extends object>(found: Answer | { readonly problem: string }): Answer {
  if ("problem" in found) throw new ResponseError(LSPErrorCodes.RequestFailed, String(found.problem));
  return found;
}

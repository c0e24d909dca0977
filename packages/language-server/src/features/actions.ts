import { getCodeActions, resolveCodeAction } from "smtpd-conf-language-service";
import type { CodeAction, CodeActionParams, Command } from "vscode-languageserver";
import type { Client } from "../client.ts";
import { plainEdit } from "../plain-edit.ts";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { answer } from "./answer.ts";

/** Offers changes. */
export function answerActions(services: Services): void {
  const { connection, client, log, projects } = services;
  connection.onCodeAction(
    answer<CodeActionParams, (CodeAction | Command)[]>(
      services,
      "textDocument/codeAction",
      [],
      (snapshot, { range, context, textDocument: { uri } }) =>
        getCodeActions(snapshot, range, context).flatMap((action) =>
          offered({ ...action, ...(action.data !== undefined && { data: { uri, action: action.data } }) }, client),
        ),
    ),
  );
  connection.onCodeActionResolve((action, token) =>
    protect<CodeAction, CodeAction>("codeAction/resolve", action, log, async (one) => {
      const { uri, action: data } = (one.data ?? {}) as { uri?: string; action?: unknown };
      const snapshot = uri === undefined ? undefined : await projects.snapshot(uri);
      return snapshot === undefined ? one : withPlainEdit(resolveCodeAction(snapshot, { ...one, data }), client);
    })(action, token),
  );
}

/** Editors that know no actions with edits get those that are a command. */
function offered(action: CodeAction, client: Client): readonly (CodeAction | Command)[] {
  if (client.actionLiterals) return [withPlainEdit(action, client)];
  return action.command === undefined ? [] : [action.command];
}

function withPlainEdit(action: CodeAction, client: Client): CodeAction {
  return action.edit === undefined ? action : { ...action, edit: plainEdit(action.edit, client) };
}

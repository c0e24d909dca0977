import { getCodeActions, resolveCodeAction, type Snapshot } from "smtpd-conf-language-service";
import type { CodeAction, CodeActionContext, CodeActionParams, Command } from "vscode-languageserver";
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
        getCodeActions(snapshot, range, context)
          .map((action) => (client.resolvesActions ? later(action, uri) : atOnce(snapshot, action, context)))
          .flatMap((action) => offered(action, client)),
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

/** An action whose edit is asked for when it is chosen, with what it takes to work that out. */
function later(action: CodeAction, uri: string): CodeAction {
  return action.data === undefined ? action : { ...action, data: { uri, action: action.data } };
}

/** An action with its edit. To fix all takes long, and is worked out only where it was asked for. */
function atOnce(snapshot: Snapshot, action: CodeAction, { only }: CodeActionContext): CodeAction {
  const isWanted = only !== undefined || !action.kind?.startsWith("source.");
  return action.data === undefined || !isWanted ? action : resolveCodeAction(snapshot, action);
}

/** Editors that know no actions with edits get those that are a command. */
function offered(action: CodeAction, client: Client): readonly (CodeAction | Command)[] {
  if (client.actionLiterals) return [withPlainEdit(action, client)];
  return action.command === undefined ? [] : [action.command];
}

function withPlainEdit(action: CodeAction, client: Client): CodeAction {
  return action.edit === undefined ? action : { ...action, edit: plainEdit(action.edit, client) };
}

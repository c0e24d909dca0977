import { newestRelease } from "smtpd-conf";
import { getCompletions, getSignatureHelp, resolveCompletion } from "smtpd-conf-language-service";
import type { CompletionItem, CompletionList, Position, SignatureHelp } from "vscode-languageserver";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { type AboutDocument, answer } from "./answer.ts";

interface AboutPlace extends AboutDocument {
  readonly position: Position;
  /** What the editor asks for; `triggerCharacter` where it was typed just now. */
  readonly context?: { readonly triggerCharacter?: string };
}

/** Says what can be written at a place. */
export function answerCompletion(services: Services): void {
  const { connection, client, log } = services;
  const none: CompletionList = { isIncomplete: false, items: [] };
  // What is asked more of an item is about the document that it was offered for.
  let target = newestRelease;
  connection.onCompletion(
    answer<AboutPlace, CompletionList>(services, "textDocument/completion", none, (snapshot, { position, context }) => {
      target = snapshot.target;
      return getCompletions(snapshot, position, context?.triggerCharacter);
    }),
  );
  connection.onCompletionResolve((item, token) =>
    protect<CompletionItem, CompletionItem>("completionItem/resolve", item, log, (one) =>
      resolveCompletion(one, { markdown: client.support.markdown, target }),
    )(item, token),
  );
  connection.onSignatureHelp(
    answer<AboutPlace, SignatureHelp | undefined>(
      services,
      "textDocument/signatureHelp",
      undefined,
      (snapshot, { position }) => getSignatureHelp(snapshot, position),
    ),
  );
}

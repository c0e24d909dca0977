import type { Snapshot } from "smtpd-conf-language-service";
import type { CancellationToken } from "vscode-languageserver";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { type Places, requirePositions } from "./require-positions.ts";

/** What every request about a document names. */
export interface AboutDocument extends Places {
  readonly textDocument: { readonly uri: string };
}

/** A handler for a request about a document: `empty` is the answer where nothing is known of it, or where we fail. */
export function answer<Parameters extends AboutDocument, Answer>(
  services: Services,
  name: string,
  empty: Answer,
  work: (snapshot: Snapshot, parameters: Parameters) => Answer,
): (parameters: Parameters, token: CancellationToken) => Promise<Answer> {
  return protect(name, empty, services.log, async (parameters) => {
    services.spareTime.answering();
    requirePositions(parameters);
    const snapshot = await services.projects.snapshot(parameters.textDocument.uri);
    const found = snapshot === undefined ? empty : work(snapshot, parameters);
    services.spareTime.answering();
    return found;
  });
}

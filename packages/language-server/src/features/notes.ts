import { getCodeLenses, getInlayHints, getInlineValues, resolveCodeLens } from "smtpd-conf-language-service";
import type { CodeLens } from "vscode-languageserver";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { answer } from "./answer.ts";

/** Says between the lines what they do not say themselves: inlay hints, values and code lenses. */
export function answerNotes(services: Services): void {
  const { connection, log, projects } = services;
  connection.languages.inlayHint.on(
    answer(services, "textDocument/inlayHint", [], (snapshot, { range }) => getInlayHints(snapshot, range)),
  );
  connection.languages.inlineValue.on(
    answer(services, "textDocument/inlineValue", [], (snapshot, { range }) => getInlineValues(snapshot, range)),
  );
  connection.onCodeLens(
    answer(services, "textDocument/codeLens", [], (snapshot, { textDocument: { uri } }) =>
      getCodeLenses(snapshot).map((lens) => ({ ...lens, data: { uri, lens: lens.data } })),
    ),
  );
  connection.onCodeLensResolve((lens, token) =>
    protect<CodeLens, CodeLens>("codeLens/resolve", lens, log, async (one) => {
      const { uri, lens: data } = (one.data ?? {}) as { uri?: string; lens?: unknown };
      const snapshot = uri === undefined ? undefined : await projects.snapshot(uri);
      return snapshot === undefined ? one : resolveCodeLens(snapshot, { ...one, data });
    })(lens, token),
  );
}

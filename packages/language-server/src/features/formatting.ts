import { getFormatting, getOnTypeFormatting, getRangeFormatting, type Snapshot } from "smtpd-conf-language-service";
import { TextDocumentSaveReason, type TextEdit, type WillSaveTextDocumentParams } from "vscode-languageserver";
import type { Services } from "../services.ts";
import { type AboutDocument, answer } from "./answer.ts";

/** Lays documents out. */
export function answerFormatting(services: Services): void {
  const { connection, projects } = services;
  const settingsOf = (uri: string) => projects.using(uri)[0]?.settings.server;
  const laidOut = <Parameters extends AboutDocument>(
    name: string,
    format: (snapshot: Snapshot, parameters: Parameters) => TextEdit[],
  ) =>
    answer<Parameters, TextEdit[]>(services, name, [], (snapshot, parameters) => {
      return settingsOf(snapshot.document.uri)?.format === false ? [] : format(snapshot, parameters);
    });
  connection.onDocumentFormatting(
    laidOut("textDocument/formatting", (snapshot, { options }) => getFormatting(snapshot, options)),
  );
  connection.onDocumentRangeFormatting(
    laidOut("textDocument/rangeFormatting", (snapshot, { range, options }) =>
      getRangeFormatting(snapshot, range, options),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    laidOut("textDocument/onTypeFormatting", (snapshot, { position, ch, options }) =>
      getOnTypeFormatting(snapshot, position, ch, options),
    ),
  );
  connection.onWillSaveTextDocumentWaitUntil(
    laidOut<WillSaveTextDocumentParams>("textDocument/willSaveWaitUntil", (snapshot, { reason }) => {
      const wanted = settingsOf(snapshot.document.uri)?.formatOnSave && reason === TextDocumentSaveReason.Manual;
      return wanted ? getFormatting(snapshot, plainOptions) : [];
    }),
  );
}

/** What nobody has said of tabs and blanks: the style of the formatter is fixed. */
const plainOptions = { tabSize: 4, insertSpaces: true };

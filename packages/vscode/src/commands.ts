import { commands, type Disposable, languages, type Uri, ViewColumn, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { askForEnvelope } from "./ask-envelope.ts";
import { choosePage, type Summaries } from "./choose-page.ts";
import type { GraphPanels } from "./graph-panel.ts";
import { languageId, visibleConfiguration } from "./language.ts";
import { uriOf } from "./made-documents.ts";
import { chooseRelease, type ReleaseChoices } from "./release.ts";
import { sample } from "./sample.ts";
import { showReferences } from "./show-references.ts";

/** What the commands need. */
export interface CommandTools {
  readonly client: LanguageClient;
  readonly panels: GraphPanels;
  readonly summaries: Summaries;
  readonly releases: ReleaseChoices;
}

/** The commands of the extension. Those about a configuration take its URI, or else the one that is visible. */
export function registerCommands({ client, panels, summaries, releases }: CommandTools): Disposable[] {
  return Object.entries({
    openGraph: (uri?: Uri) => withConfiguration(uri, panels.show),
    openExplanation: (uri?: Uri) => withConfiguration(uri, openExplanation),
    openEffectiveConfiguration: (uri?: Uri) => withConfiguration(uri, openEffectiveConfiguration),
    openDecision: (uri?: Uri) => withConfiguration(uri, openDecision),
    openRule: (code?: unknown) => openPage(typeof code === "string" ? code : undefined, summaries),
    chooseRelease: () => chooseRelease(releases),
    newConfiguration: () => newConfiguration(),
    restartServer: () => client.restart(),
    showOutput: () => client.outputChannel.show(true),
    showReferences: (...sent: unknown[]) => showReferences(client, sent),
  }).map(([name, run]) => commands.registerCommand(`smtpd-lint.${name}`, run));
}

async function withConfiguration(uri: Uri | string | undefined, run: (uri: Uri) => Promise<void>): Promise<void> {
  const given = typeof uri === "string" ? (await workspace.openTextDocument(uri)).uri : uri;
  const chosen = given ?? visibleConfiguration()?.uri;
  if (chosen !== undefined) return run(chosen);
  await window.showInformationMessage("Open a smtpd.conf first.");
}

async function openExplanation(configuration: Uri): Promise<void> {
  await openMarkdown(uriOf({ kind: "explanation", configuration }));
}

async function openEffectiveConfiguration(configuration: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uriOf({ kind: "effective", configuration }));
  await languages.setTextDocumentLanguage(document, languageId);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
}

async function openDecision(configuration: Uri): Promise<void> {
  const envelope = await askForEnvelope();
  if (envelope === undefined) return;
  const uri = uriOf({ kind: "decision", configuration, envelope });
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
}

async function openPage(given: string | undefined, summaries: Summaries): Promise<void> {
  const code = given ?? (await choosePage(summaries));
  if (code !== undefined) await openMarkdown(uriOf({ kind: "page", code }));
}

/** As it reads; as it is written where the editor has no preview of Markdown. */
async function openMarkdown(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
  }
}

async function newConfiguration(): Promise<void> {
  const document = await workspace.openTextDocument({ language: languageId, content: sample });
  await window.showTextDocument(document);
}

import { type ExtensionContext, Uri, window, workspace } from "vscode";
import { State } from "vscode-languageclient/node";
import type { Summaries } from "./choose-page.ts";
import { registerCommands } from "./commands.ts";
import { createGraphPanels } from "./graph-panel.ts";
import { offerMadeDocuments } from "./made-documents.ts";
import { type ReleaseChoices, showRelease } from "./release.ts";
import { askThrough, createServer } from "./server.ts";

/** Called once, when the first configuration is opened. The server is ended with the extension. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("smtpd.conf", { log: true });
  const client = createServer(context, output);
  const ask = askThrough(client);
  const panels = createGraphPanels(ask);
  const release = showRelease(ask);
  const summaries = await readSummaries(context);
  context.subscriptions.push(
    output,
    panels,
    release,
    client.onDidChangeState(({ newState }) => newState === State.Running && release.refresh()),
    ...offerMadeDocuments(ask),
    ...registerCommands({ client, panels, summaries, releases: releaseChoices(context) }),
    { dispose: () => client.dispose() },
  );
  await client.start();
}

/** A line about each check and rule, from the bundle. */
async function readSummaries({ extensionUri }: ExtensionContext): Promise<Summaries> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", "summaries.json"));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The releases, as the manifest lists them. */
function releaseChoices({ extension }: ExtensionContext): ReleaseChoices {
  const sections: readonly { readonly properties: Readonly<Record<string, ReleaseChoices>> }[] =
    extension.packageJSON.contributes.configuration;
  const name = "smtpd-lint.targetRelease";
  return sections.map(({ properties }) => properties[name]).find((choices) => choices !== undefined) ?? noChoices;
}

const noChoices: ReleaseChoices = { enum: [], enumDescriptions: [] };

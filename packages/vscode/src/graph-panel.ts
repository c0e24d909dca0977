import { randomBytes } from "node:crypto";
import { basename } from "node:path/posix";
import { commands, type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { graphPage } from "./graph-page.ts";
import { isConfiguration } from "./language.ts";
import type { AskServer } from "./server.ts";

/** Pictures of the ways of mail, each in a panel beside its configuration. They follow what is written. */
export interface GraphPanels extends Disposable {
  readonly show: (configuration: Uri) => Promise<void>;
}

const patience = 300;

export function createGraphPanels(ask: AskServer): GraphPanels {
  const panels = new Map<string, WebviewPanel>();
  let timer: NodeJS.Timeout | undefined;
  const refresh = async () => {
    for (const [uri, panel] of panels) if (panel.visible) await draw(panel, uri, ask);
  };
  const listener = workspace.onDidChangeTextDocument(({ document }) => {
    if (!isConfiguration(document) || panels.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), patience);
  });
  return {
    async show(configuration) {
      const uri = configuration.toString();
      const known = panels.get(uri);
      if (known !== undefined) return known.reveal(undefined, true);
      const panel = await openBelow(() => openPanel(configuration, ask));
      panels.set(uri, panel);
      panel.onDidDispose(() => panels.delete(uri));
    },
    dispose() {
      clearTimeout(timer);
      listener.dispose();
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };
}

/** Pictures are wide: they stand below the text, which keeps the focus. */
async function openBelow(open: () => WebviewPanel): Promise<WebviewPanel> {
  await commands.executeCommand("workbench.action.newGroupBelow");
  const panel = open();
  await commands.executeCommand("workbench.action.focusPreviousGroup");
  return panel;
}

/** A panel without a picture: its page asks for one whenever it is loaded, also after it was hidden. */
function openPanel(configuration: Uri, ask: AskServer): WebviewPanel {
  const title = `Mail flow of ${basename(configuration.path)}`;
  const options = { enableScripts: true, localResourceRoots: [] };
  const panel = window.createWebviewPanel("smtpd-lint.graph", title, ViewColumn.Active, options);
  panel.webview.onDidReceiveMessage(({ save }: { readonly save?: string }) =>
    save === undefined ? draw(panel, configuration.toString(), ask) : savePicture(configuration, save),
  );
  panel.webview.html = graphPage(randomBytes(16).toString("base64"));
  return panel;
}

/** The picture that was there stays where the server has no new one, as in the middle of a word. */
async function draw(panel: WebviewPanel, uri: string, ask: AskServer): Promise<void> {
  const svg = await ask("smtpd-lint.mailGraph", { uri, format: "svg" });
  if (svg === undefined) await panel.webview.postMessage({ problem: "There is no picture of this configuration." });
  else await panel.webview.postMessage({ svg });
}

async function savePicture(configuration: Uri, svg: string): Promise<void> {
  const name = `${basename(configuration.path)}.svg`;
  const defaultUri = configuration.scheme === "file" ? Uri.joinPath(configuration, "..", name) : Uri.file(name);
  const target = await window.showSaveDialog({ defaultUri, filters: { "SVG picture": ["svg"] } });
  if (target !== undefined) await workspace.fs.writeFile(target, Buffer.from(svg));
}

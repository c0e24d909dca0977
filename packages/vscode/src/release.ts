import {
  ConfigurationTarget,
  type Disposable,
  languages,
  type QuickPickItem,
  StatusBarAlignment,
  window,
  workspace,
} from "vscode";
import { languageId, visibleConfiguration } from "./language.ts";
import type { AskServer } from "./server.ts";

/** The part of the manifest that lists the releases. */
export interface ReleaseChoices {
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
}

const section = "smtpd-lint";
const setting = "targetRelease";
const patience = 300;

/** Shows in the status bar which release a configuration is read for, and offers to choose another. */
export function showRelease(ask: AskServer): Disposable & { readonly refresh: () => Promise<void> } {
  const item = window.createStatusBarItem("smtpd-lint.release", StatusBarAlignment.Right, 99);
  item.name = "Release of OpenSMTPD";
  item.command = "smtpd-lint.chooseRelease";
  item.tooltip = "The release of OpenSMTPD that this configuration is read for. Choose another…";
  const refresh = async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== languageId) return item.hide();
    const chosen = workspace.getConfiguration(section, document).get(setting, "auto");
    const release =
      chosen === "auto" ? await ask("smtpd-lint.targetRelease", { uri: document.uri.toString() }) : chosen;
    item.text = `OpenSMTPD ${release ?? chosen}`;
    item.show();
  };
  // The server asks for changed settings by itself: it may not have them when we do, and has them when it judges anew.
  let timer: NodeJS.Timeout | undefined;
  const refreshSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, patience);
  };
  const listeners = [
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidOpenTextDocument(refresh),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && refreshSoon()),
    languages.onDidChangeDiagnostics(refreshSoon),
  ];
  return { refresh, dispose: () => [item, ...listeners].forEach((one) => void one.dispose()) };
}

/** Asks for a release, and writes it where one was set already, or else into the settings of the workspace. */
export async function chooseRelease(choices: ReleaseChoices): Promise<void> {
  const configuration = workspace.getConfiguration(section, visibleConfiguration());
  const current = configuration.get(setting, "auto");
  const items = choices.enum.map((release, index) => itemFor(release, choices.enumDescriptions[index], current));
  const placeHolder = "The release of OpenSMTPD that is to read the configurations";
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  if (picked !== undefined)
    await configuration.update(setting, picked.release, levelOf(configuration.inspect(setting)));
}

function itemFor(release: string, detail: string | undefined, current: string): QuickPickItem & { release: string } {
  const label = release === "auto" ? "Automatic" : `OpenSMTPD ${release}`;
  const mark = release === current ? { description: "current" } : {};
  return { label, release, ...mark, ...(detail !== undefined && { detail }) };
}

/** The innermost level at which the setting is written already. */
function levelOf(
  written: { workspaceFolderValue?: unknown; workspaceValue?: unknown } | undefined,
): ConfigurationTarget {
  if (written?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (written?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  return workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}

import { completionTriggers, semanticTokensLegend, signatureTriggers } from "smtpd-conf-language-service";
import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { commandNames } from "./commands.ts";

/** Any file can be one that a configuration names. */
const anyFile = { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] };

/** Everything that this server answers. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
      willSaveWaitUntil: true,
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: "smtpd-lint", interFileDependencies: true, workspaceDiagnostics: true },
    }),
    completionProvider: { resolveProvider: true, triggerCharacters: [...completionTriggers] },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
    declarationProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: "smtpd.conf" },
    workspaceSymbolProvider: true,
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorInline,
        CodeActionKind.RefactorRewrite,
        `${CodeActionKind.SourceFixAll}.smtpd-lint`,
      ],
      resolveProvider: true,
    },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    inlineValueProvider: true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}"] },
    renameProvider: { prepareProvider: true },
    linkedEditingRangeProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
    callHierarchyProvider: true,
    executeCommandProvider: { commands: [...commandNames] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: anyFile, didCreate: anyFile, didRename: anyFile, didDelete: anyFile },
    },
  };
}

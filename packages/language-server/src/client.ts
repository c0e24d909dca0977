import type { ClientSupport } from "smtpd-conf-language-service";
import {
  type ClientCapabilities,
  type InitializeParams,
  MarkupKind,
  PositionEncodingKind,
} from "vscode-languageserver";

/** What the client on the other side can do, as far as we act on it. */
export interface Client {
  readonly support: ClientSupport;
  /** What a character of a position is. */
  readonly encoding: PositionEncodingKind;
  /** It asks for findings; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly relatedDocuments: boolean;
  readonly pullsSettings: boolean;
  readonly watchesFiles: boolean;
  readonly registersSettings: boolean;
  readonly hasFolders: boolean;
  readonly showsProgress: boolean;
  readonly showsDocuments: boolean;
  readonly links: boolean;
  readonly symbolTree: boolean;
  readonly actionLiterals: boolean;
  /** It asks for the edit of an action when that is chosen. */
  readonly resolvesActions: boolean;
  /** It colours by a grammar of its own, too. */
  readonly coloursByGrammar: boolean;
  readonly documentChanges: boolean;
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly tokens: boolean;
    readonly hints: boolean;
    readonly lenses: boolean;
  };
}

/** Reads what a client says of itself. What it does not say, it cannot do. */
export function readClient({ capabilities }: Pick<InitializeParams, "capabilities">): Client {
  const { textDocument = {}, workspace = {}, window = {} } = capabilities;
  const { publishDiagnostics: published = {}, completion } = textDocument;
  return {
    support: {
      markdown: textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
      snippets: completion?.completionItem?.snippetSupport ?? false,
      commands: offersCommands(capabilities),
      relatedInformation: published.relatedInformation ?? false,
      tags: published.tagSupport !== undefined,
      codeDescription: published.codeDescriptionSupport ?? false,
    },
    encoding: encodingOf(capabilities),
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    relatedDocuments: textDocument.diagnostic?.relatedDocumentSupport ?? false,
    pullsSettings: workspace.configuration ?? false,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration ?? false,
    registersSettings: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
    hasFolders: workspace.workspaceFolders ?? false,
    showsProgress: window.workDoneProgress ?? false,
    showsDocuments: window.showDocument?.support ?? false,
    links: textDocument.definition?.linkSupport ?? false,
    symbolTree: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    actionLiterals: textDocument.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions: textDocument.codeAction?.resolveSupport?.properties.includes("edit") ?? false,
    coloursByGrammar: textDocument.semanticTokens?.augmentsSyntaxTokens ?? false,
    documentChanges: workspace.workspaceEdit?.documentChanges ?? false,
    refreshes: {
      diagnostics: workspace.diagnostics?.refreshSupport ?? false,
      tokens: workspace.semanticTokens?.refreshSupport ?? false,
      hints: workspace.inlayHint?.refreshSupport ?? false,
      lenses: workspace.codeLens?.refreshSupport ?? false,
    },
  };
}

/**
 * Whether the editor has the commands that our lenses and actions name. The protocol cannot say that; a client that knows
 * them says so with `experimental: { smtpdLintCommands: true }`.
 */
function offersCommands({ experimental }: ClientCapabilities): boolean {
  return (experimental as { smtpdLintCommands?: unknown } | undefined)?.smtpdLintCommands === true;
}

/** The first that we know of those that the client names, in its order; UTF-16 where it names none. */
function encodingOf({ general }: ClientCapabilities): PositionEncodingKind {
  const known: readonly PositionEncodingKind[] = [PositionEncodingKind.UTF16, PositionEncodingKind.UTF8];
  return general?.positionEncodings?.find((one) => known.includes(one)) ?? PositionEncodingKind.UTF16;
}

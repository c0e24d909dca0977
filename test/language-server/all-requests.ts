import type { Position } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { integer, type Random } from "../conformance/random.ts";

/** A request with what it says besides the document. */
export type Request = readonly [method: string, parameters: object];

const options = { tabSize: 4, insertSpaces: true };
const context = { diagnostics: [], triggerKind: 1 };

/** The requests that are about a whole document. */
export function wholeRequests(text: string): readonly Request[] {
  const all = { start: { line: 0, character: 0 }, end: { line: text.split("\n").length, character: 0 } };
  return [
    ["textDocument/diagnostic", {}],
    ["textDocument/semanticTokens/full", {}],
    ["textDocument/documentSymbol", {}],
    ["textDocument/foldingRange", {}],
    ["textDocument/documentLink", {}],
    ["textDocument/codeLens", {}],
    ["textDocument/inlayHint", { range: all }],
    ["textDocument/formatting", { options }],
    ["textDocument/codeAction", { range: all, context }],
  ];
}

/** The requests that are about a place. */
export function placeRequests(position: Position): readonly Request[] {
  const range = { start: position, end: position };
  return [
    ["textDocument/completion", { position }],
    ["textDocument/hover", { position }],
    ["textDocument/signatureHelp", { position }],
    ["textDocument/definition", { position }],
    ["textDocument/declaration", { position }],
    ["textDocument/typeDefinition", { position }],
    ["textDocument/implementation", { position }],
    ["textDocument/references", { position, context: { includeDeclaration: true } }],
    ["textDocument/documentHighlight", { position }],
    ["textDocument/prepareRename", { position }],
    ["textDocument/rename", { position, newName: "other" }],
    ["textDocument/linkedEditingRange", { position }],
    ["textDocument/selectionRange", { positions: [position] }],
    ["textDocument/prepareCallHierarchy", { position }],
    ["textDocument/codeAction", { range, context }],
    ["textDocument/onTypeFormatting", { position, ch: "\n", options }],
    ["textDocument/rangeFormatting", { range, options }],
    ["textDocument/semanticTokens/range", { range: { start: { line: 0, character: 0 }, end: position } }],
  ];
}

/** A random place of a text, or one behind its end, which editors that are late can ask about. */
export function randomPlace(random: Random, text: string): Position {
  const document = TextDocument.create("file:///a", "smtpd-conf", 0, text);
  const { line, character } = document.positionAt(integer(random, 0, text.length));
  return integer(random, 0, 20) === 0 ? { line: line + 3, character: character + 50 } : { line, character };
}

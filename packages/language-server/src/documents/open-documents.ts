import type { TextChange } from "smtpd-conf";
import {
  type DidChangeTextDocumentParams,
  PositionEncodingKind,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { utf8Document, utf16Range } from "./utf8-document.ts";

/** A text that the editor has open. */
export interface OpenDocument {
  readonly uri: string;
  /** The text as it is now, with positions in the units of the connection. */
  readonly document: TextDocument;
  /** The version that was opened or last saved. */
  readonly savedVersion: number;
}

/** The texts that the editor has open, kept as it has them. */
export interface OpenDocuments {
  readonly get: (uri: string) => OpenDocument | undefined;
  readonly all: () => readonly OpenDocument[];
  readonly open: (item: TextDocumentItem) => OpenDocument;
  /** Takes in changes; gives them as offsets, or undefined where the whole text was replaced. Nothing for one not open. */
  readonly change: (params: DidChangeTextDocumentParams) => readonly TextChange[] | undefined;
  /** Takes in that a text was saved as it is now. */
  readonly save: (uri: string) => void;
  readonly close: (uri: string) => void;
  /** A text that is not open as a document of this connection. */
  readonly documentOf: (uri: string, text: string) => TextDocument;
}

interface Kept {
  readonly uri: string;
  document: TextDocument;
  plain: TextDocument;
  savedVersion: number;
}

/** Opens the store of texts; `encoding` is what characters of positions count. */
export function openDocuments(encoding: PositionEncodingKind): OpenDocuments {
  const isUtf8 = encoding === PositionEncodingKind.UTF8;
  const dressed = (plain: TextDocument) => (isUtf8 ? utf8Document(plain) : plain);
  const known = new Map<string, Kept>();
  return {
    get: (uri) => known.get(uri),
    all: () => [...known.values()],
    open: ({ uri, languageId, version, text }) => {
      const plain = TextDocument.create(uri, languageId, version, text);
      const kept = { uri, plain, document: dressed(plain), savedVersion: version };
      known.set(uri, kept);
      return kept;
    },
    change: ({ textDocument: { uri, version }, contentChanges }) => {
      const kept = known.get(uri);
      if (kept === undefined) return [];
      const changes: TextChange[] = [];
      let whole = false;
      for (const change of contentChanges) {
        const plain = isUtf8 ? inUtf16(kept.plain, change) : change;
        if ("range" in plain) changes.push(textChange(kept.plain, plain));
        else whole = true;
        kept.plain = TextDocument.update(kept.plain, [plain], version);
      }
      kept.document = dressed(kept.plain);
      return whole ? undefined : changes;
    },
    save: (uri) => {
      const kept = known.get(uri);
      if (kept !== undefined) kept.savedVersion = kept.document.version;
    },
    close: (uri) => void known.delete(uri),
    documentOf: (uri, text) => dressed(TextDocument.create(uri, "smtpd-conf", 0, text)),
  };
}

function inUtf16(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  return "range" in change ? { range: utf16Range(document, change.range), text: change.text } : change;
}

/**
 * The offsets of a change. A range whose end comes before its start is turned round, and half a character counts as none, as
 * the document has it.
 */
function textChange(
  document: TextDocument,
  { range, text }: Extract<TextDocumentContentChangeEvent, { range: unknown }>,
): TextChange {
  const [a, b] = [Math.floor(document.offsetAt(range.start)), Math.floor(document.offsetAt(range.end))];
  return { start: Math.min(a, b), end: Math.max(a, b), text };
}

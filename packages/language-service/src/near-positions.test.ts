import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { nearPositions } from "./near-positions.ts";

test.each(["", "\n", "a\nbc\n\nd", "a\r\nb\r\n", "a\rb\nc", "ä\nb\n😀c\nd", "\n\n\n"])(
  "the positions in %j are those of the document, in any order",
  (text) => {
    const document = TextDocument.create("file:///x", "smtpd-conf", 1, text);
    const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
    for (const order of [offsets, offsets.toReversed(), offsets.flatMap((offset) => [offset, text.length - offset])]) {
      const positionAt = nearPositions(document);
      for (const offset of order) expect(positionAt(offset)).toEqual(document.positionAt(offset));
    }
  },
);

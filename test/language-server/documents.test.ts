import fc from "fast-check";
import { expect, test } from "vitest";
import { PositionEncodingKind } from "vscode-languageserver-protocol";
import { openDocuments } from "../../packages/language-server/src/documents/open-documents.ts";

const uri = "file:///smtpd.conf";

/** Pieces of texts in which positions are hard to count: line ends of all kinds, tabs, characters of two units. */
const piece = fc.constantFrom("match ", "\t", "\r\n", "\n", "\r", "é", "€", "𐍈", "👩‍👩‍👧", '"', "\\\n", "# x", " ");
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

/** Where to cut, as a part of the text, and what to put there. */
const change = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  text,
});

/** The starts of characters, and the end: where an editor can put its cursor. */
function boundaries(all: string): number[] {
  const starts: number[] = [];
  for (let offset = 0; offset <= all.length; offset += (all.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) {
    if (!(all[offset - 1] === "\r" && all[offset] === "\n")) starts.push(offset);
  }
  return starts;
}

test.each([PositionEncodingKind.UTF16, PositionEncodingKind.UTF8])(
  "texts stay as the editor has them, counted in %s",
  (encoding) => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (first, steps) => {
          const documents = openDocuments(encoding);
          documents.open({ uri, languageId: "smtpd-conf", version: 1, text: first });
          let mine = first;
          let rebuilt = first;
          steps.forEach((changes, index) => {
            // Positions count in the text that the changes before have made, so the editor needs a copy that follows.
            const editor = openDocuments(encoding);
            const contentChanges = changes.map(({ from, to, text: put }) => {
              const places = boundaries(mine);
              const [a, b] = [from, to]
                .map((part) => places[Math.floor(part * (places.length - 1))] ?? 0)
                .sort((x, y) => x - y);
              const document = editor.open({ uri, languageId: "smtpd-conf", version: 1, text: mine }).document;
              mine = mine.slice(0, a) + put + mine.slice(b);
              return { range: { start: document.positionAt(a ?? 0), end: document.positionAt(b ?? 0) }, text: put };
            });
            const offsets = documents.change({ textDocument: { uri, version: index + 2 }, contentChanges });
            for (const { start, end, text: put } of offsets ?? [])
              rebuilt = rebuilt.slice(0, start) + put + rebuilt.slice(end);
            expect(documents.get(uri)?.document.getText()).toBe(mine);
            expect(rebuilt).toBe(mine);
            expect(documents.get(uri)?.document.version).toBe(index + 2);
          });
        },
      ),
      { numRuns: 500, seed: 11 },
    );
  },
);

test("a change of the whole text leaves no offsets", () => {
  const documents = openDocuments(PositionEncodingKind.UTF16);
  documents.open({ uri, languageId: "smtpd-conf", version: 1, text: "a" });
  expect(documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ text: "b" }] })).toBeUndefined();
  expect(documents.get(uri)?.document.getText()).toBe("b");
});

test("a change of a document that is not open changes nothing", () => {
  const documents = openDocuments(PositionEncodingKind.UTF16);
  expect(documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ text: "b" }] })).toEqual([]);
});

test("half a character of a change counts as none, for its offsets as for the text", () => {
  const documents = openDocuments(PositionEncodingKind.UTF16);
  documents.open({ uri, languageId: "smtpd-conf", version: 1, text: "abc" });
  const range = { start: { line: 0, character: 1.5 }, end: { line: 0, character: 2.5 } };
  const changes = documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ range, text: "-" }] });
  expect(changes).toEqual([{ start: 1, end: 2, text: "-" }]);
  expect(documents.get(uri)?.document.getText()).toBe("a-c");
});

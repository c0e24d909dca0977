import fc from "fast-check";
import {
  getDeclarations,
  getDefinitions,
  getFileRenameEdits,
  getHighlights,
  getImplementations,
  getLinkedEditingRanges,
  getLinks,
  getReferences,
  getRename,
  getTypeDefinitions,
  getWorkspaceSymbols,
  prepareRename,
  type Snapshot,
} from "smtpd-conf-language-service";
import { expect, test } from "vitest";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position, Range } from "vscode-languageserver-types";
import { snapshotOf } from "../../packages/language-service/src/testing.ts";
import { generateConfiguration } from "../conformance/generate.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { filesOf, hasCorpus, readPublic } from "../corpus/public-configurations.ts";
import { anyInput } from "../properties/arbitraries.ts";
import { propertyRuns } from "../properties/property-runs.ts";
import { validFile } from "../properties/valid-file.ts";

const runs = propertyRuns(60, 1000);

type AskAt = (snapshot: Snapshot, position: Position) => unknown;

/** Everything that is asked about a place. */
const questions: readonly AskAt[] = [
  getDefinitions,
  getDeclarations,
  getTypeDefinitions,
  getImplementations,
  (snapshot, position) => getReferences(snapshot, position, { includeDeclaration: true }),
  getHighlights,
  prepareRename,
  (snapshot, position) => getRename(snapshot, position, "two words"),
  (snapshot, position) => getRename(snapshot, position, "other"),
  getLinkedEditingRanges,
];

const files = { "a.conf": "action included mbox\n$a = x\n", "/etc/mail/aliases": "a: b\n" };

/** Asks about every place of a text, and about the text; gives the number of answers that say something. */
function askEverywhere(snapshot: Snapshot, step = 1): number {
  const documents = documentsOf(snapshot);
  let told = 0;
  const expectInside = (answer: unknown) => {
    const ranges = rangesIn(answer, snapshot.document.uri);
    if (ranges.length > 0) told++;
    for (const { uri, range } of ranges) expectInDocument(documents.get(uri), range);
  };
  expectInside(getLinks(snapshot));
  expectInside(getWorkspaceSymbols([snapshot, snapshot], ""));
  expectInside(getFileRenameEdits([snapshot], [{ oldUri: "file:///etc", newUri: "file:///usr/local/etc" }]));
  for (let offset = 0; offset <= snapshot.document.getText().length; offset += step) {
    const position = snapshot.document.positionAt(offset);
    for (const ask of questions) expectInside(ask(snapshot, position));
  }
  return told;
}

function documentsOf({ configuration, document, files: { documentOf } }: Snapshot): ReadonlyMap<string, TextDocument> {
  const paths = [...configuration.sources.map(({ path }) => path), ...Object.keys(files)];
  const documents = [document, ...paths.map(documentOf)].filter((one) => one !== undefined);
  return new Map(documents.map((one) => [one.uri, one]));
}

interface FoundRange {
  readonly uri: string;
  readonly range: Range;
}

/** All ranges of an answer with the document that each is of: the one that is named around it, or the one that was asked about. */
function rangesIn(answer: unknown, uri: string): readonly FoundRange[] {
  if (typeof answer !== "object" || answer === null) return [];
  if ("start" in answer && "end" in answer) return [{ uri, range: answer as Range }];
  return Object.entries(answer).flatMap(([key, value]) => rangesIn(value, addressFor(key, answer) ?? uri));
}

function addressFor(key: string, answer: object): string | undefined {
  const { uri, targetUri, textDocument } = answer as {
    uri?: string;
    targetUri?: string;
    textDocument?: { uri: string };
  };
  return key === "originSelectionRange" ? undefined : (uri ?? targetUri ?? textDocument?.uri);
}

function expectInDocument(document: TextDocument | undefined, { start, end }: Range): void {
  if (document === undefined) expect.unreachable("a range of a document that nobody knows");
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  const isInside = isPlace(document, start, from) && isPlace(document, end, to) && from <= to;
  if (!isInside)
    expect.unreachable(`${JSON.stringify({ start, end })} is not in ${JSON.stringify(document.getText())}`);
}

function isPlace(document: TextDocument, { line, character }: Position, offset: number): boolean {
  const place = document.positionAt(offset);
  return place.line === line && place.character === character;
}

test("every place of any text has answers that lie within the documents", () => {
  fc.assert(
    fc.property(anyInput, ({ text, target }) => {
      askEverywhere(snapshotOf(text, { ...(target && { target }), files, rules: { preset: "none" } }));
    }),
    { numRuns: runs },
  );
});

test("every place of a generated configuration has answers that lie within the documents", () => {
  let told = 0;
  for (let index = 0; index < runs; index++) {
    const text = generateConfiguration(createRandom(seedOf(23, index)), "7.9");
    told += askEverywhere(snapshotOf(text, { files, rules: { preset: "none" } }));
  }
  expect(told).toBeGreaterThan(100 * runs);
});

test("every beginning of a file, as it is while somebody writes it, has answers at its end", () => {
  for (let end = 0; end <= validFile.length; end += 3) {
    const snapshot = snapshotOf(validFile.slice(0, end), { files, rules: { preset: "none" } });
    askEverywhere(snapshot, Math.max(1, end));
  }
});

test.skipIf(!hasCorpus)("every place of public configurations has answers that lie within the documents", () => {
  for (const file of filesOf("modern")) {
    const text = readPublic(file, "latin1");
    expect(askEverywhere(snapshotOf(text, { files, rules: { preset: "none" } }), 3), file).toBeGreaterThan(0);
  }
});

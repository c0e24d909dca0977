import { describe, expect, test, vi } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { isMacroUse, type NameToken } from "../../packages/language-service/src/name-part.ts";
import { getRename } from "../../packages/language-service/src/rename.ts";
import type { Snapshot } from "../../packages/language-service/src/snapshot.ts";
import { type IndexedSymbol, symbolIndexOf } from "../../packages/language-service/src/symbol-index.ts";
import { editsByUri, type SnapshotOptions, snapshotOf, uriOf } from "../../packages/language-service/src/testing.ts";
import type { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import type { LintResult } from "../../packages/smtpd-conf/src/linter/lint-result.ts";
import type { Token } from "../../packages/smtpd-conf/src/parser/lexer/token.ts";
import { parseConfiguration } from "../../packages/smtpd-conf/src/parser/parse-configuration.ts";
import type { ParseInput } from "../../packages/smtpd-conf/src/parser/parse-input.ts";
import { makeConfiguration } from "../bench/make-configuration.ts";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { generateConfiguration, generateFlawless, type Release } from "../conformance/generate.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { validFile } from "../properties/valid-file.ts";

/** `RENAME_RUNS=1000` looks longer. */
const runs = Number(process.env["RENAME_RUNS"] ?? 40);
vi.setConfig({ testTimeout: 60_000 + 3000 * runs });

/** Names of every sort that can be written; some kinds of things refuse some of them. */
const newNames = [
  "renamed_1",
  "two words",
  "regex",
  "to",
  "25",
  `it's "it"`,
  "a\\b c",
  "käse",
  "new.example.org",
  ":a",
  "x{y}",
];

interface Tally {
  renamed: number;
  refused: number;
  symbols: number;
}

/** The texts of a configuration by their path, and how they are asked about. */
interface Texts {
  readonly texts: Readonly<Record<string, string>>;
  readonly options: SnapshotOptions;
}

const main = "smtpd.conf";

function oneText(text: string, options: SnapshotOptions = {}): Texts {
  return { texts: { [main]: text }, options };
}

/** A text whose first half is in a file that the other half includes, asked about in either of the two. */
function twoTexts(text: string, target: ParseInput["target"], path: string): Texts {
  const { lines } = parseConfiguration({ path: main, text, target });
  const middle = lines[lines.length >> 1]?.start ?? 0;
  const texts = { "part.conf": text.slice(0, middle), [main]: `include "part.conf"\n${text.slice(middle)}` };
  return { texts, options: { path, ...(target && { target }) } };
}

function snapshotFrom({ texts, options }: Texts): Snapshot {
  const { path = main } = options;
  const root = path === main ? {} : { root: { path: main, text: texts[main] ?? "" } };
  const files = { ...options.files, ...texts };
  return snapshotOf(texts[path] ?? "", { ...options, path, files, ...root, rules: { preset: "none" } });
}

const releases = { "6.4": "6.4.2", "6.8": "6.8.0", "7.4": "7.4", "7.9": "7.9" } as const;

describe.each(Object.entries(releases))("generated texts of %s mean the same with another name", (name, target) => {
  const release = name as Release;
  const texts = Array.from({ length: runs }, (_, index) => {
    const random = createRandom(seedOf(17, index, Number(release) * 10));
    return index % 2 === 0 ? generateFlawless(random, release) : generateConfiguration(random, release);
  });

  test("in one file", () => {
    expectRenamed(texts.map((text) => oneText(text, { target })));
  });

  test("in two files", () => {
    const few = texts.slice(0, runs / 4);
    expectRenamed(few.flatMap((text) => [twoTexts(text, target, main), twoTexts(text, target, "part.conf")]));
  });
});

test("a file with everything, and the files of the benchmark, mean the same with another name", () => {
  const everything = oneText(validFile, { files: { "a.conf": "# nothing\n" } });
  expectRenamed([everything, oneText(makeVariedConfiguration(60, 3)), oneText(makeConfiguration(40, 3))]);
});

/** Gives each name of each text each new name. */
function expectRenamed(all: readonly Texts[]): void {
  const tally: Tally = { renamed: 0, refused: 0, symbols: 0 };
  for (const texts of all) renameAll(texts, tally);
  console.log(`${tally.symbols} names, ${tally.renamed} renamed, ${tally.refused} refused`);
  expect(tally.renamed).toBeGreaterThan(2 * tally.symbols);
}

/** Gives each name of a text each new name, and expects that nothing else changes. */
function renameAll(texts: Texts, tally: Tally): void {
  const snapshot = snapshotFrom(texts);
  for (const symbol of symbolsIn(snapshot)) {
    const place = [...symbol.definitions, ...symbol.references].find(({ token }) => isWrittenIn(snapshot, token));
    if (place === undefined) continue;
    tally.symbols++;
    for (const newName of someNames(tally.symbols)) {
      const position = snapshot.document.positionAt(place.token.end);
      const edit = getRename(snapshot, position, newName);
      if ("problem" in edit) tally.refused++;
      else {
        tally.renamed++;
        expectSameButName(snapshot, texts, symbol, newName, { ...texts, texts: applied(texts, edit) });
      }
    }
  }
}

/** All names of a snapshot, each once. */
function symbolsIn({ model, configuration }: Snapshot): ReadonlySet<IndexedSymbol> {
  const { heldBy } = symbolIndexOf(model);
  const tokens = [...configuration.lines.flatMap((line) => line.tokens), ...configuration.macroUses];
  return new Set(tokens.flatMap((token) => heldBy(token) ?? []));
}

/** Four of the names, others each time. */
function someNames(turn: number): readonly string[] {
  return [0, 3, 5, 10].map((step) => newNames[(turn + step) % newNames.length] as string);
}

/** Whether a name stands in the document itself: what comes out of a macro cannot be pointed at. */
function isWrittenIn({ source }: Snapshot, token: NameToken): boolean {
  return token.source === source && (isMacroUse(token) || token.origin === undefined);
}

function applied({ texts }: Texts, edit: WorkspaceEdit): Texts["texts"] {
  const changes = editsByUri(edit);
  const changed = Object.entries(texts).map(([path, text]) => {
    const document = TextDocument.create(uriOf(path), "smtpd-conf", 1, text);
    const edits = changes.get(document.uri) ?? [];
    changes.delete(document.uri);
    return [path, TextDocument.applyEdits(document, edits)];
  });
  expect([...changes.keys()]).toEqual([]);
  return Object.fromEntries(changed);
}

function expectSameButName(
  snapshot: Snapshot,
  before: Texts,
  symbol: IndexedSymbol,
  newName: string,
  after: Texts,
): void {
  const renamed = snapshotFrom(after);
  const where = `${symbol.kind} ${symbol.name} to ${newName} in\n${JSON.stringify(before)}\ngives\n${JSON.stringify(after)}`;
  const holders = holdersOf(symbol);
  expect(readingOf(renamed.result, undefined, newName), where).toEqual(readingOf(snapshot.result, holders, newName));
  expect(countsOf(renamed, symbol, newName), where).toEqual(countsOf(snapshot, symbol, symbol.name));
  expect(findingsOf(renamed.result), where).toEqual(findingsOf(snapshot.result));
}

function holdersOf({ definitions, references, twin }: IndexedSymbol): ReadonlySet<unknown> {
  const others = twin === undefined ? [] : [...twin.definitions, ...twin.references];
  return new Set([...definitions, ...references, ...others].map(({ token }) => token));
}

/** The statements with their tokens; those that hold the name have the new one. */
function readingOf({ configuration }: LintResult, holders: ReadonlySet<unknown> | undefined, newName: string): unknown {
  const { lines, macroUses, comments } = configuration;
  const uses = macroUses.map((use) => (holders?.has(use) ? newName : use.name));
  const statements = lines.map(({ kind, tokens }) =>
    tokens.map((token) => [kind, token.kind, toldValue(token, holders, newName)].join(" ")),
  );
  return { statements, uses, comments: comments.map(({ source, start, end }) => source.text.slice(start, end)) };
}

/** What is missing for want of a macro has the name of that, and is told among the uses. */
function toldValue(token: Token, holders: ReadonlySet<unknown> | undefined, newName: string): string {
  if (token.kind === "Missing") return "";
  return holders?.has(token) ? newName : token.value;
}

function countsOf(snapshot: Snapshot, { kind }: IndexedSymbol, name: string): unknown {
  const symbol = symbolIndexOf(snapshot.model).named(kind, name);
  return [symbolsIn(snapshot).size, symbol?.definitions.length, symbol?.references.length];
}

function findingsOf({ verdict, diagnostics }: ReturnType<typeof lint>): readonly string[] {
  return [verdict, ...diagnostics.filter(({ kind }) => kind === "check").map(({ code }) => code)];
}

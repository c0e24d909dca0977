import fc from "fast-check";
import { formatText, openLintSession, parseConfiguration, type TextChange } from "smtpd-conf";
import {
  getCodeLenses,
  getDocumentSymbols,
  getFoldingRanges,
  getFormatting,
  getInlayHints,
  getOnTypeFormatting,
  getRangeFormatting,
  getSelectionRanges,
  getSemanticTokens,
  getSemanticTokensDelta,
  resolveCodeLens,
  type Snapshot,
} from "smtpd-conf-language-service";
import { describe, expect, test } from "vitest";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentSymbol, Position, Range, SelectionRange, TextEdit } from "vscode-languageserver-types";
import { defaultSettings } from "../../packages/language-service/src/service-settings.ts";
import { snapshotOf } from "../../packages/language-service/src/testing.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { filesOf, hasCorpus, readPublic } from "../corpus/public-configurations.ts";
import { anyInput } from "../properties/arbitraries.ts";
import { propertyRuns } from "../properties/property-runs.ts";
import { validFile } from "../properties/valid-file.ts";
import { applyChanges, makeChanges } from "../updates/random-changes.ts";
import { makeText } from "../updates/random-input.ts";

// What an editor asks about a text as a whole: outline, folding, selection, colours, hints, lenses, layout.

const runs = propertyRuns(100, 1000);

const options = { tabSize: 4, insertSpaces: true };
const files = { "a.conf": "table t { a,\n", "b.conf": "a = lo\n# --- x ---\n", "c.conf": "} reject\n" };
const everyHint = { implicitConditions: true, defaultPorts: true, ruleNumbers: true, macroValues: true };
const settings = { ...defaultSettings, inlayHints: everyHint };

/** Holds a property of snapshots against any text for any release, read by an editor that counts in UTF-16 or in UTF-8. */
function holds(property: (snapshot: Snapshot, text: string) => void): void {
  const both = fc.tuple(anyInput, fc.boolean());
  fc.assert(
    fc.property(both, ([{ text, target, definitions }, inBytes]) => {
      const given = { ...(target && { target }), ...(definitions && { definitions }) };
      const snapshot = snapshotOf(text, { ...given, files, settings });
      property(inBytes ? { ...snapshot, document: countingBytes(snapshot.document) } : snapshot, text);
    }),
    { numRuns: runs },
  );
}

/** The same document for an editor that counts the bytes of UTF-8. */
function countingBytes(document: TextDocument): TextDocument {
  const rowOf = (line: number) =>
    document.getText({ start: { line, character: 0 }, end: { line, character: 2 ** 31 - 1 } });
  const positionAt = (offset: number): Position => {
    const { line, character } = document.positionAt(offset);
    return { line, character: bytesIn(rowOf(line).slice(0, character)) };
  };
  const offsetAt = ({ line, character }: Position): number => {
    const row = rowOf(line);
    let units = 0;
    while (units < row.length && bytesIn(row.slice(0, units + 1)) <= character) units++;
    return document.offsetAt({ line, character: units });
  };
  const getText = (range?: Range) => {
    const text = document.getText();
    return range === undefined ? text : text.slice(offsetAt(range.start), offsetAt(range.end));
  };
  return Object.assign(Object.create(document) as TextDocument, { positionAt, offsetAt, getText });
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function expectWithin(inner: Range, outer: Range): void {
  if (!isBefore(inner.start, inner.end)) expect.unreachable(`${JSON.stringify(inner)} ends before it begins`);
  if (!isBefore(outer.start, inner.start) || !isBefore(inner.end, outer.end))
    expect.unreachable(`${JSON.stringify(inner)} is not in ${JSON.stringify(outer)}`);
}

function wholeOf({ document }: Snapshot): Range {
  return { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
}

describe("the outline", () => {
  test("has every symbol in its parent, its selection in itself, a name, and the order of the text", () => {
    holds((snapshot) => void expectNested(getDocumentSymbols(snapshot), wholeOf(snapshot)));
  });

  function expectNested(symbols: readonly DocumentSymbol[], outer: Range): void {
    let last = outer.start;
    for (const { name, range, selectionRange, children = [] } of symbols) {
      expect(name).not.toBe("");
      expectWithin(range, outer);
      expectWithin(selectionRange, range);
      expect(isBefore(last, range.start)).toBe(true);
      last = range.start;
      expectNested(children, range);
    }
  }
});

describe("folding", () => {
  test("has ranges of several rows, no two of which begin together", () => {
    holds((snapshot) => {
      const ranges = getFoldingRanges(snapshot);
      const { line: last } = wholeOf(snapshot).end;
      for (const { startLine, endLine } of ranges)
        expect(0 <= startLine && startLine < endLine && endLine <= last).toBe(true);
      expect(new Set(ranges.map(({ startLine }) => startLine)).size).toBe(ranges.length);
    });
  });
});

describe("a selection", () => {
  test("grows with every step, from each place to the whole text", () => {
    holds((snapshot, text) => {
      const positions = Array.from({ length: text.length + 1 }, (_, offset) => snapshot.document.positionAt(offset));
      const selections = getSelectionRanges(snapshot, positions);
      expect(selections.length).toBe(positions.length);
      selections.forEach((selection, offset) => void expectGrowing(selection, positions[offset] as Position, snapshot));
    });
  });

  function expectGrowing(selection: SelectionRange, position: Position, snapshot: Snapshot): void {
    let inner: Range = { start: position, end: position };
    let next: SelectionRange | undefined = selection;
    let isFirst = true;
    for (; next !== undefined; next = next.parent) {
      expectWithin(inner, next.range);
      if (!isFirst) expect(next.range).not.toEqual(inner);
      isFirst = false;
      inner = next.range;
    }
    expect(inner).toEqual(wholeOf(snapshot));
  }
});

describe("colours", () => {
  test("come in the order of the text, none over another, within their rows", () => {
    holds((snapshot) => {
      const { document } = snapshot;
      let last: Position = { line: 0, character: 0 };
      for (const { start, end } of rangesOf(getSemanticTokens(snapshot))) {
        expect(isBefore(last, start)).toBe(true);
        expect(start.character).toBeLessThan(end.character);
        expect(document.positionAt(document.offsetAt(end))).toEqual(end);
        last = end;
      }
    });
  });

  test("of a range are those of the whole in these rows", () => {
    holds((snapshot) => {
      const all = rangesOf(getSemanticTokens(snapshot));
      const { line: rows } = wholeOf(snapshot).end;
      for (const [first, last] of [
        [0, rows >> 1],
        [rows >> 1, rows],
        [rows, rows + 3],
      ] as const) {
        const range = { start: { line: first, character: 2 }, end: { line: last, character: 0 } };
        const expected = all.filter(({ start }) => first <= start.line && start.line <= last);
        expect(rangesOf(getSemanticTokens(snapshot, range))).toEqual(expected);
      }
    });
  });

  test("after edits are those of a text that was opened so, and the change leads from one to the other", () => {
    for (let number = 0; number < runs / 20; number++) followEdits(createRandom(seedOf(7, number)));
  });

  function followEdits(random: ReturnType<typeof createRandom>): void {
    const session = openLintSession();
    let text = makeText(random);
    let changes: readonly TextChange[] | undefined;
    let before: readonly number[] = [];
    for (let edit = 0; edit < 20; edit++) {
      const fresh = snapshotOf(text);
      const steps = session.update(fresh.lintInput, changes).rest();
      let step = steps.next();
      while (!step.done) step = steps.next();
      const { configuration, model, diagnostics: known } = step.value;
      const [source] = configuration.sources;
      if (source === undefined) expect.unreachable("no source");
      const tokens = getSemanticTokens({ ...fresh, source, configuration, model, known });
      expect(tokens).toEqual(getSemanticTokens(fresh));
      expect(patched(before, getSemanticTokensDelta(before, tokens))).toEqual(tokens);
      before = tokens;
      changes = makeChanges(random, text);
      text = applyChanges(text, changes);
    }
  }

  function patched(data: readonly number[], edits: ReturnType<typeof getSemanticTokensDelta>): readonly number[] {
    return edits.reduce(
      (all, { start, deleteCount, data: insert = [] }) => all.toSpliced(start, deleteCount, ...insert),
      [...data],
    );
  }

  function rangesOf(data: readonly number[]): readonly (Range & { readonly type: number })[] {
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, index) => {
      const [rows = 0, characters = 0, length = 0, type = 0] = data.slice(index * 5);
      character = rows === 0 ? character + characters : characters;
      line += rows;
      return { start: { line, character }, end: { line, character: character + length }, type };
    });
  }
});

describe("hints", () => {
  test("lie in the range, in the order of the text, with edits where they stand", () => {
    holds((snapshot) => {
      const whole = wholeOf(snapshot);
      let last = whole.start;
      for (const { position, label, textEdits = [] } of getInlayHints(snapshot, whole)) {
        expect(label).not.toBe("");
        expectWithin({ start: position, end: position }, whole);
        expect(isBefore(last, position)).toBe(true);
        for (const { range } of textEdits) expect(range).toEqual({ start: position, end: position });
        last = position;
      }
    });
  });

  test("that are accepted are there no more, and no statement breaks", () => {
    holds((snapshot, text) => {
      const edits = getInlayHints(snapshot, wholeOf(snapshot)).flatMap(({ textEdits = [] }) => textEdits);
      const written = apply(snapshot, edits);
      const given = { target: snapshot.target, definitions: snapshot.lintInput.definitions ?? [], files, settings };
      const after = snapshotOf(written, given);
      const left = getInlayHints(after, wholeOf(after)).filter(({ textEdits }) => textEdits !== undefined);
      expect(left).toEqual([]);
      expect(kindsOf(after), text).toEqual(kindsOf(snapshot));
    });
  });

  function kindsOf({ configuration }: Snapshot): readonly string[] {
    return configuration.lines.map(({ kind }) => kind);
  }
});

describe("lenses", () => {
  test("lie in the text, and each has something to say", () => {
    holds((snapshot) => {
      for (const lens of getCodeLenses(snapshot)) {
        expectWithin(lens.range, wholeOf(snapshot));
        expect(resolveCodeLens(snapshot, lens).command?.title).not.toBe("");
      }
    });
  });
});

describe("formatting", () => {
  test("makes the text that the library makes", () => {
    holds((snapshot, text) => {
      const { target, lintInput } = snapshot;
      const formatting = formatText({ ...lintInput, target: target === "7.9" ? undefined : target });
      const expected = formatting.kind === "formatted" ? formatting.text : text;
      expect(apply(snapshot, getFormatting(snapshot, options))).toBe(expected);
      expect(apply(snapshot, getRangeFormatting(snapshot, wholeOf(snapshot), options))).toBe(expected);
    });
  });

  test("of what is typed changes nothing but the blanks before a row, and not what smtpd reads", () => {
    holds((snapshot, text) => {
      const { document, lintInput } = snapshot;
      for (let line = 0; line < document.lineCount; line++) {
        for (const character of ["\n", "}"]) {
          const edits = getOnTypeFormatting(snapshot, { line, character: 1 }, character, options);
          for (const { range, newText } of edits) {
            expect(range.start).toEqual({ line, character: 0 });
            expect(newText + document.getText(range)).toMatch(/^[ \t]*$/);
          }
          if (edits.length > 0)
            expect(wordsOf({ ...lintInput, text: apply(snapshot, edits) })).toEqual(wordsOf({ ...lintInput, text }));
        }
      }
    });
  });

  function wordsOf(input: Snapshot["lintInput"]): readonly (readonly string[])[] {
    const { lines } = parseConfiguration(input);
    return lines.map(({ kind, tokens }) => [kind, ...tokens.map((token) => `${token.kind} ${token.value}`)]);
  }
});

function apply({ document }: Snapshot, edits: readonly TextEdit[]): string {
  const sorted = edits.map(({ range, newText }, order) => {
    return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText, order };
  });
  sorted.sort((a, b) => b.start - a.start || b.order - a.order);
  return sorted.reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    document.getText(),
  );
}

describe("everything is answered about", () => {
  function answerAll(text: string): void {
    const snapshot = snapshotOf(text, { settings });
    const whole = wholeOf(snapshot);
    const symbols = getDocumentSymbols(snapshot);
    const tokens = getSemanticTokens(snapshot);
    for (const { startLine, endLine } of getFoldingRanges(snapshot)) expect(startLine).toBeLessThan(endLine);
    for (const { position } of getInlayHints(snapshot, whole)) expectWithin({ start: position, end: position }, whole);
    for (const lens of getCodeLenses(snapshot)) expect(resolveCodeLens(snapshot, lens).command?.title).not.toBe("");
    const hasStatements = snapshot.configuration.lines.some(({ kind }) => kind !== "BrokenStatement");
    expect(hasStatements && symbols.length === 0).toBe(false);
    expect(hasStatements && tokens.length === 0).toBe(false);
  }

  test("a file that is cut off anywhere", () => {
    for (let end = 0; end <= validFile.length; end += 97) answerAll(validFile.slice(0, end));
  });

  test.skipIf(!hasCorpus)("the files that people have published", () => {
    for (const file of filesOf("modern")) answerAll(readPublic(file));
  });
});

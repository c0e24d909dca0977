import { expect, test, vi } from "vitest";
import type { Line } from "../packages/smtpd-conf/src/parser/ast/nodes.ts";
import { print } from "../packages/smtpd-conf/src/parser/ast/print.ts";
import type { Configuration } from "../packages/smtpd-conf/src/parser/configuration.ts";
import { parseConfiguration } from "../packages/smtpd-conf/src/parser/parse-configuration.ts";
import type { ParseInput } from "../packages/smtpd-conf/src/parser/parse-input.ts";
import { difference } from "../packages/smtpd-conf/src/parser/update/testing.ts";
import type { TextChange } from "../packages/smtpd-conf/src/parser/update/text-change.ts";
import { updateConfiguration } from "../packages/smtpd-conf/src/parser/update-configuration.ts";
import { chance, createRandom, integer, type Random, seedOf } from "./conformance/random.ts";
import { filesOf, hasCorpus, readPublic } from "./corpus/public-configurations.ts";
import { applyChanges, inverseChanges, makeChanges } from "./updates/random-changes.ts";
import { changeFile, type Files, inputFor, makeFiles, makeText } from "./updates/random-input.ts";
import { usedMemory } from "./work/used-memory.ts";

/** `UPDATE_EDITS=100000 UPDATE_SEED=7` looks longer, and elsewhere. */
const edits = Number(process.env["UPDATE_EDITS"] ?? 600);
const seed = Number(process.env["UPDATE_SEED"] ?? 1);
const editsPerText = 20;
vi.setConfig({ testTimeout: 60_000 + 100 * edits });

/** How many lines there were after all edits, and how many of them had been there before. */
interface Count {
  lines: number;
  kept: number;
}

/** What a line says, wherever it stands. */
function meaningOf({ kind, tokens }: Line): string {
  return JSON.stringify([kind, tokens.map((token) => [token.kind, token.value, token.quoted])]);
}

/** Updates a configuration time and again, and holds each against a fresh reading. */
function edit(random: Random, first: ParseInput, files: Files, count: Count): void {
  let input = first;
  let configuration = parseConfiguration(input);
  let undo: readonly TextChange[] | undefined;
  for (let number = 0; number < editsPerText; number++) {
    const changes: readonly TextChange[] =
      undo !== undefined && chance(random, 0.3) ? undo : makeChanges(random, input.text);
    undo = inverseChanges(input.text, changes);
    input = { ...input, text: applyChanges(input.text, changes) };
    if (chance(random, 0.02)) changeFile(random, files);
    const before = new Map(configuration.lines.map((line) => [line, meaningOf(line)]));
    configuration = updateConfiguration(configuration, input, changes);
    expectFresh(configuration, input, JSON.stringify(changes));
    countKept(configuration, before, count);
  }
}

function expectFresh(configuration: Configuration, input: ParseInput, what: string): void {
  const found = difference(configuration, parseConfiguration(input), "configuration");
  if (found !== undefined) expect.unreachable(`${found}\nafter ${what}\nin ${JSON.stringify(input.text)}`);
  for (const source of configuration.sources)
    if (print(configuration, source) !== source.text) expect.unreachable(`after ${what} it prints another text`);
}

function countKept({ lines }: Configuration, before: ReadonlyMap<Line, string>, count: Count): void {
  for (const line of lines) {
    const meaning = before.get(line);
    if (meaning === undefined) continue;
    count.kept++;
    if (meaning !== meaningOf(line)) expect.unreachable(`a line that was kept says something else: ${meaning}`);
  }
  count.lines += lines.length;
}

/** Edits as many texts as there are edits to make. */
function editTexts(makeTextOf: (random: Random, index: number) => string): void {
  const count: Count = { lines: 0, kept: 0 };
  for (let index = 0; index < edits / editsPerText; index++) {
    const random = createRandom(seedOf(seed, index));
    const files = makeFiles(random);
    edit(random, inputFor(random, makeTextOf(random, index), files), files, count);
  }
  expect(count.kept).toBeGreaterThan(count.lines / 2);
}

test("an updated configuration is what a fresh reading gives, whatever is edited", () => {
  editTexts((random) => makeText(random));
});

test.skipIf(!hasCorpus)("so is an updated public configuration", () => {
  const published = filesOf("modern");
  const begin = integer(createRandom(seed), 0, published.length);
  editTexts((_, index) => readPublic(published[(begin + index) % published.length] ?? ""));
});

test("a configuration does not keep the texts that its lines were read from", () => {
  const comment = `#${"x".repeat(1_000_000)}\n`;
  const lineOf = (number: number) => `admd some-word-that-is-long-${number}\n`;
  let text = comment;
  let configuration = parseConfiguration({ path: "smtpd.conf", text });
  const before = usedMemory();
  for (let number = 0; number < 50; number++) {
    const change = { start: text.length, end: text.length, text: lineOf(number) };
    text = [text, change.text].join("");
    configuration = updateConfiguration(configuration, { path: "smtpd.conf", text }, [change]);
  }
  expect(configuration.lines).toHaveLength(50);
  expect(usedMemory() - before).toBeLessThan(10 * comment.length);
});

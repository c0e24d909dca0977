import { type Line, lint, parseConfiguration, parseRelease, type Release, type Token } from "smtpd-conf";
import { getCompletions, getSignatureHelp, type Snapshot } from "smtpd-conf-language-service";
import { describe, expect, test } from "vitest";
import { type CompletionItem, CompletionItemKind, type TextEdit } from "vscode-languageserver-types";
import { snapshotOf } from "../../packages/language-service/src/testing.ts";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { generateConfiguration, generateFlawless } from "../conformance/generate.ts";
import { mutate } from "../conformance/mutate.ts";
import { createRandom, integer, pick, seedOf } from "../conformance/random.ts";
import { filesOf, hasCorpus, readPublic } from "../corpus/public-configurations.ts";

/** These look at thousands of places. */
const patiently = { timeout: 300_000 };

/** The releases whose language the generator knows. */
const generatorReleases = ["6.4", "6.6", "6.7", "6.8", "7.3", "7.4", "7.5", "7.6", "7.8", "7.9"] as const;

/** A text with the release that it is for. */
interface Sample {
  readonly text: string;
  readonly target: Release;
}

const generated: readonly Sample[] = Array.from({ length: 90 }, (_, index) => {
  const random = createRandom(seedOf(20, index));
  const release = pick(random, generatorReleases);
  return { text: generateFlawless(random, release), target: parseRelease(release) as Release };
});
const varied: readonly Sample[] = [1, 2].map((seed) => ({ text: makeVariedConfiguration(120, seed), target: "7.9" }));

/** The words of the text that stand as they are written: not out of a macro, not over several lines, not in a broken one. */
function wordsOf(snapshot: Snapshot): readonly (readonly [Line, Token])[] {
  const whole = snapshot.configuration.lines.filter(({ kind }) => kind !== "BrokenStatement");
  return whole.flatMap((line) =>
    line.tokens
      .filter(({ origin, source }) => origin === undefined && source === snapshot.source)
      .filter(({ start, end }) => !snapshot.source.text.slice(start, end).includes("\n"))
      .map((token) => [line, token] as const),
  );
}

/** What is offered where a word is all written, in quotes before the closing one. */
function offersAt(snapshot: Snapshot, { quoted, end }: Token): readonly CompletionItem[] {
  return getCompletions(snapshot, snapshot.document.positionAt(quoted ? end - 1 : end)).items;
}

/** The text up to the end of a word, as it is while somebody writes. */
function halfTyped({ text, token, target }: Place): Snapshot {
  return snapshotOf(text.slice(0, token.quoted ? token.end - 1 : token.end), { target, rules: { preset: "none" } });
}

/** A place of a text where a word stands, with all that was made of the text. */
interface Place extends Sample {
  readonly snapshot: Snapshot;
  readonly line: Line;
  readonly token: Token;
}

function placesIn({ text, target }: Sample): readonly Place[] {
  const snapshot = snapshotOf(text, { target, rules: { preset: "none" } });
  return wordsOf(snapshot).map(([line, token]) => ({ text, target, snapshot, line, token }));
}

/** The words of all samples that their release accepts. */
const places: readonly Place[] = [...generated, ...varied]
  .flatMap(placesIn)
  .filter(({ snapshot }) => snapshot.result.verdict === "accepted");
const keywordPlaces = places.filter(({ token }) => token.kind === "Keyword");

/** One of so many, spread over all samples. */
function everyNth<Item>(items: readonly Item[], count: number): readonly Item[] {
  return items.filter((_, index) => index % count === 0);
}

function shown({ line, token }: Place): string {
  const { text } = token.source;
  return `${text.slice(line.start, token.end)}|${text.slice(token.end, line.end)}`;
}

function offersKeyword(items: readonly CompletionItem[], { token }: Place): boolean {
  return items.some(({ label }) => label === token.value || label.startsWith(`${token.value} `));
}

describe("what stands there is offered", () => {
  test("every keyword, with all that stands behind it", patiently, () => {
    console.log(`${keywordPlaces.length} keywords in the samples`);
    const missing = keywordPlaces.filter((place) => !offersKeyword(offersAt(place.snapshot, place.token), place));
    expect(missing.map(shown)).toEqual([]);
    expect(keywordPlaces.length).toBeGreaterThan(3000);
  });

  test("keywords, where the text ends with them", patiently, () => {
    const missing = everyNth(keywordPlaces, 6).filter((place) => {
      return !offersKeyword(offersAt(halfTyped(place), place.token), place);
    });
    expect(missing.map(shown)).toEqual([]);
  });

  test("every name that is used", patiently, () => {
    const used = places.filter(isKnownName);
    const missing = used.filter((place) => !offersName(place));
    console.log(`${used.length} names in the samples`);
    expect(missing.map(shown)).toEqual([]);
    expect(used.length).toBeGreaterThan(300);
  });
});

test.skipIf(!hasCorpus)("in public configurations, every keyword and every name is offered", patiently, () => {
  const files = filesOf("modern");
  const all = files.flatMap((file) => placesIn({ text: readPublic(file), target: "7.9" }));
  const words = all.filter(({ token }) => token.kind === "Keyword");
  const used = all.filter(isKnownName);
  console.log(`${words.length} keywords and ${used.length} names in ${files.length} public configurations`);
  const missing = [
    ...words.filter((place) => !offersKeyword(offersAt(place.snapshot, place.token), place)),
    ...used.filter((place) => !offersName(place)),
  ];
  expect(missing.map(shown)).toEqual([]);
  expect(words.length).toBeGreaterThan(1000);
});

function offersName({ snapshot, token }: Place): boolean {
  const names = offersAt(snapshot, token).map(({ label }) => label.replace(/^<(.*)>$/, "$1"));
  return names.some((name) => sameName(name, token.value));
}

/** Whether the word is a name that smtpd looks up and finds. */
function isKnownName({ snapshot, token }: Place): boolean {
  const { model } = snapshot;
  return model.references.some(({ word, state, space, name }) => {
    return word === token && state === "known" && !(space === "table" && name.startsWith("<"));
  });
}

/** pki and ca have no upper case. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

describe("what is offered can stand there", () => {
  test("smtpd's grammar takes every keyword", patiently, () => {
    let count = 0;
    const refused = everyNth(places, 5).flatMap((place) =>
      offersAt(place.snapshot, place.token)
        .filter(({ kind }) => kind === CompletionItemKind.Keyword)
        .filter((item) => {
          count++;
          return !isTaken(place, item);
        })
        .map(({ label }) => `${shown(place)}: ${label}`),
    );
    console.log(`${count} keywords offered in ${everyNth(places, 5).length} places`);
    expect(refused).toEqual([]);
    expect(count).toBeGreaterThan(5000);
  });
});

describe("choosing what stands there changes nothing", () => {
  test("of keywords", patiently, () => {
    const changed = everyNth(keywordPlaces, 3).filter((place) => {
      const item = offersAt(place.snapshot, place.token).find(({ label }) => label === place.token.value);
      return item !== undefined && afterChoice(place, item) !== place.text;
    });
    expect(changed.map(shown)).toEqual([]);
  });

  test("of names", patiently, () => {
    const valuesOf = (text: string, target: Release) => {
      const { lines } = parseConfiguration({ path: "smtpd.conf", text, target });
      return lines.flatMap(({ tokens }) => tokens.map(({ kind, value }) => `${kind} ${value}`));
    };
    const changed = places.filter(isKnownName).filter((place) => {
      const { token, text, target, snapshot } = place;
      const labels = [token.value, `<${token.value}>`];
      const item = offersAt(snapshot, token).find(({ label }) => labels.includes(label));
      if (item === undefined) return false;
      return valuesOf(afterChoice(place, item), target).join("\n") !== valuesOf(text, target).join("\n");
    });
    expect(changed.map(shown)).toEqual([]);
  });
});

function afterChoice({ text, snapshot }: Place, { textEdit }: CompletionItem): string {
  const { range, newText } = textEdit as TextEdit;
  const [start, end] = [snapshot.document.offsetAt(range.start), snapshot.document.offsetAt(range.end)];
  return text.slice(0, start) + newText + text.slice(end);
}

/** What smtpd says of options that cannot stand beside each other, or not in this order. */
const disputes = new Set([
  "conflicting-options",
  "duplicate-option",
  "illegal-phase-condition",
  "illegal-phase-decision",
  "option-order",
  "requires-newer-version",
]);

describe("an option that is offered fits those that are there", () => {
  test("before each word of a statement", patiently, () => {
    let count = 0;
    const optional = keywordPlaces.filter(({ line }) => /^(?:Listen|Action|Match)Directive$/.test(line.kind));
    const refused = everyNth(optional, 10).flatMap((place) => {
      const { text, target, token } = place;
      const written = `${text.slice(0, token.start)} ${text.slice(token.start)}`;
      const snapshot = snapshotOf(written, { target, rules: { preset: "none" } });
      const { items } = getCompletions(snapshot, snapshot.document.positionAt(token.start));
      const plain = items.filter(({ kind, labelDetails, data }) => {
        return kind === CompletionItemKind.Keyword && labelDetails?.detail === undefined && data?.of === "option";
      });
      return plain.flatMap(({ label }) => {
        count++;
        const changed = `${text.slice(0, token.start)} ${label} ${text.slice(token.start)}`;
        const { diagnostics } = lint({ path: "smtpd.conf", text: changed, target, rules: { preset: "none" } });
        return diagnostics
          .filter(({ code }) => disputes.has(code))
          .map(({ code }) => `${shown(place)}: ${label}: ${code}`);
      });
    });
    console.log(`${count} options put in`);
    expect(refused).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });
});

test("broken texts are answered at every place", patiently, () => {
  for (let index = 0; index < 25; index++) {
    const random = createRandom(seedOf(21, index));
    const release = pick(random, generatorReleases);
    const text = mutate(random, generateConfiguration(random, release));
    const snapshot = snapshotOf(text, { target: parseRelease(release) as Release, rules: { preset: "none" } });
    for (let offset = 0; offset <= text.length; offset += integer(random, 1, 15)) {
      const position = snapshot.document.positionAt(offset);
      const { items } = getCompletions(snapshot, position);
      for (const { textEdit, label } of items.slice(0, 3)) {
        const { range } = textEdit as TextEdit;
        expect(label).not.toBe("");
        expect(range.start.line).toBe(range.end.line);
        expect(range.start.line).toBe(position.line);
        expect(range.start.character).toBeLessThanOrEqual(position.character);
        expect(range.end.character).toBeGreaterThanOrEqual(position.character);
      }
      getSignatureHelp(snapshot, position);
    }
  }
});

/** Whether the statement, broken off behind the inserted word, is one as far as it goes. */
function isTaken({ text, target, snapshot, line }: Place, { textEdit }: CompletionItem): boolean {
  const definitions = [...snapshot.configuration.macros.values()].map(({ name, value }) => `${name}=${value}`);
  const { range, newText } = textEdit as TextEdit;
  const written = text.slice(line.start, snapshot.document.offsetAt(range.start)) + newText;
  const { syntaxFailures } = parseConfiguration({ path: "smtpd.conf", text: written, target, definitions });
  return syntaxFailures.every(({ index, line: broken }) => index === broken.tokens.length);
}

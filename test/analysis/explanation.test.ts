import { newestRelease, parseRelease } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { explainConfiguration } from "../../packages/cli/src/formats/explain-configuration.ts";
import type { Explanation, Sentence } from "../../packages/cli/src/formats/explanation.ts";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { makeScenario } from "../daemons/generator/scenario.ts";
import { machine, openRuleset } from "./rule-sets.ts";

const seed = 71;
const ruleSets = 40;

/** What is said of a rule set behind listeners that anybody can reach. */
function explain(text: string, files: Readonly<Record<string, string>>, release: string): Explanation {
  const target = parseRelease(release) ?? newestRelease;
  const { model } = openRuleset(text, { files }, target);
  return explainConfiguration({
    model,
    machine,
    tableFiles: tableFilesOf(files),
    machineKnown: true,
    readsFiles: true,
  });
}

function sentencesOf({ sections }: Explanation): readonly Sentence[] {
  return sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ items }) => items.flat()));
}

function headingsOf({ sections }: Explanation): readonly Sentence[] {
  return sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ heading }) => heading ?? []));
}

describe.each(daemonReleases)("of generated rule sets for %s", (release) => {
  const explanations = Array.from({ length: ruleSets }, (_, index) => {
    const { text, files } = makeScenario(seed, index, release);
    return explain(text.replaceAll("listen on lo ", "listen on 0.0.0.0 "), files, release);
  });

  test("every sentence is a whole one", () => {
    const sentences = explanations.flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(1000);
    const broken = sentences.filter(({ text }) => !/^(?:[A-Z."]|--host).*\.$/s.test(text) || isOdd(text));
    expect(broken.map(({ text }) => text)).toEqual([]);
  });

  test("every heading is none", () => {
    const headings = explanations.flatMap(headingsOf);
    expect(headings.filter(({ text }) => /\.$/.test(text) || isOdd(text)).map(({ text }) => text)).toEqual([]);
  });

  test("everything about mail is said once", () => {
    for (const { sections } of explanations) {
      const headings = sections.flatMap(({ paragraphs }) => paragraphs.map(({ heading }) => heading?.text));
      const named = headings.filter((heading) => heading !== undefined);
      expect(new Set(named).size).toBe(named.length);
    }
  });
});

/** Signs of words that were put together wrongly. Expressions of the configuration can hold anything. */
function isOdd(text: string): boolean {
  const plain = text.replace(/"[^"]*"/g, '"…"').replace(/::\S*/g, "address");
  return /undefined|\[object|NaN| {2}| [,.;:]|,,|\.\.$|\bnot not\b|\b(is|in|from|for|and|or) \./.test(plain);
}

test("a large configuration is told rule by rule", () => {
  const explanation = explain(makeVariedConfiguration(300, 1), {}, newestRelease);
  const about = explanation.sections.find(({ title }) => title === "Where mail goes");
  const sentences = about?.paragraphs.flatMap(({ items }) => items.flat().map(({ text }) => text));
  expect(sentences).toContain("The first rule that fits decides.");
});

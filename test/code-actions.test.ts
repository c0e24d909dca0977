import { decide, type Envelope, type LintResult, lint, newestRelease, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test, vi } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, Range } from "vscode-languageserver-types";
import { getCodeActions, resolveCodeAction } from "../packages/language-service/src/code-actions/code-actions.ts";
import type { Snapshot } from "../packages/language-service/src/snapshot.ts";
import { editsByUri, snapshotOf } from "../packages/language-service/src/testing.ts";
import { envelopesFor, openRuleset } from "./analysis/rule-sets.ts";
import { makeVariedConfiguration } from "./bench/make-varied-configuration.ts";
import { createRandom, integer, type Random, seedOf } from "./conformance/random.ts";
import { gatherSupplies, makeText } from "./conformance/texts.ts";
import { makeScenario, type Scenario } from "./daemons/generator/scenario.ts";

/** `CODE_ACTION_TEXTS=2000` looks longer; `CODE_ACTION_SEED=7` looks elsewhere. */
const { CI, CODE_ACTION_TEXTS = CI ? "60" : "10", CODE_ACTION_SEED = "1" } = process.env;
const numTexts = Number(CODE_ACTION_TEXTS);
const seed = Number(CODE_ACTION_SEED);
const rangesPerText = 6;
vi.setConfig({ testTimeout: 60_000 + 2000 * numTexts });

const releases = ["6.8", "7.4", "7.6", "7.9"] as const;

/** How often each action was made and refused, by its kind. */
type Tally = Record<string, { made: number; refused: number }>;

interface Changed {
  readonly action: CodeAction;
  readonly text: string;
}

/** Chooses all actions at random places of a text; gives what comes of each. What is fixed everywhere is so anywhere. */
function* changesOf(snapshot: Snapshot, random: Random, tally: Tally): Iterable<Changed> {
  for (let index = 0; index < rangesPerText; index++) {
    const range = randomRange(snapshot.document, random);
    const only = index === 0 ? ["refactor", "quickfix", "source"] : ["refactor", "quickfix"];
    for (const action of getCodeActions(snapshot, range, { only })) {
      const text = changedText(snapshot, action, tally);
      if (text !== undefined) yield { action, text };
    }
  }
}

function randomRange(document: TextDocument, random: Random): Range {
  const { length } = document.getText();
  const start = integer(random, 0, length);
  const end = integer(random, 0, 1) === 0 ? start : Math.min(length, start + integer(random, 0, 40));
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Undefined where the action is a command, or is refused. */
function changedText(snapshot: Snapshot, action: CodeAction, tally: Tally): string | undefined {
  const { edit, command, disabled } = resolveCodeAction(snapshot, action);
  if (command !== undefined) return undefined;
  expect(edit ?? disabled, action.title).toBeDefined();
  const { kind = "" } = action;
  const { made, refused } = tally[kind] ?? { made: 0, refused: 0 };
  tally[kind] = edit === undefined ? { made, refused: refused + 1 } : { made: made + 1, refused };
  const edits = edit && editsByUri(edit).get(snapshot.document.uri);
  return edits && TextDocument.applyEdits(snapshot.document, edits);
}

const isRefactoring = ({ kind = "" }: CodeAction) => kind.startsWith("refactor.");

describe.each(releases)("refactorings leave all mail to the same rules, for %s", (release) => {
  const target = parseRelease(release) ?? newestRelease;
  const tally: Tally = {};

  test("over generated rule sets", () => {
    for (let index = 0; index < numTexts; index++) {
      const scenario = makeScenario(seed, index, release);
      const snapshot = snapshotOf(scenario.text, { target, files: scenario.files });
      const before = decisionsOf(scenario.text, scenario, target, index);
      for (const { action, text } of changesOf(snapshot, createRandom(seedOf(seed, index, 2)), tally)) {
        if (!isRefactoring(action)) continue;
        const after = decisionsOf(text, scenario, target, index);
        const told = action.kind === "refactor.rewrite.merge" ? "outcome" : "rule";
        expect(
          after.map((one) => one[told]),
          `${action.title}:\n${text}`,
        ).toEqual(before.map((one) => one[told]));
        const back = inlinedAgain(snapshotOf(text, { target, files: scenario.files }), action, tally);
        if (back !== undefined) expect(decisionsOf(back, scenario, target, index), back).toEqual(before);
      }
    }
    console.log(`${release}: ${JSON.stringify(tally)}`);
    expect(Object.values(tally).reduce((sum, { made }) => sum + made, 0)).toBeGreaterThan(numTexts * 10);
  });
});

/** Takes back what was given a name; undefined where that is not what was done. */
function inlinedAgain(snapshot: Snapshot, { kind = "", title }: CodeAction, tally: Tally): string | undefined {
  const name = kind.startsWith("refactor.extract.") ? /"(.*)"$/.exec(title)?.[1] : undefined;
  if (name === undefined) return undefined;
  const text = snapshot.document.getText();
  const isTable = kind === "refactor.extract.table";
  const place = snapshot.document.positionAt(isTable ? text.indexOf(`table ${name} `) + 6 : text.indexOf(`${name} = `));
  const actions = getCodeActions(snapshot, { start: place, end: place }, { only: ["refactor.inline"] });
  const action = actions.find((one) => one.title === `Inline ${isTable ? "table" : "macro"} "${name}"`);
  // A table that was made for several lists is used more than once.
  if (action === undefined) expect(title).toMatch(/equal lists/);
  return action && changedText(snapshot, action, tally);
}

describe("rules that are merged", () => {
  test.each(releases)("do the same with all mail, for %s", (release) => {
    const target = parseRelease(release) ?? newestRelease;
    const tally: Tally = {};
    for (let index = 0; index < numTexts * 4; index++) {
      const scenario = makeScenario(seed, index, release);
      const text = withTwins(scenario.text);
      const snapshot = snapshotOf(text, { target, files: scenario.files });
      const before = decisionsOf(text, scenario, target, index).map(({ outcome }) => outcome);
      for (const rule of snapshot.model.rules) {
        const start = snapshot.document.positionAt(rule.start);
        for (const action of getCodeActions(snapshot, { start, end: start }, { only: ["refactor.rewrite.merge"] })) {
          const merged = changedText(snapshot, action, tally);
          if (merged === undefined) continue;
          const after = decisionsOf(merged, scenario, target, index).map(({ outcome }) => outcome);
          expect(after, merged).toEqual(before);
        }
      }
    }
    console.log(`merged for ${release}: ${JSON.stringify(tally)}`);
    expect(tally["refactor.rewrite.merge"]?.made).toBeGreaterThan(numTexts / 5);
  });
});

/** Behind each rule for a domain or about a source of its own one with another in its place. */
function withTwins(text: string): string {
  return text.replace(/^match .*$/gm, (rule) => {
    const domain = rule.replace(/(?<=for domain )("[^"]*"|[\w.]+|\{[^}]*\})/, '"example.org"');
    const source = rule.replace(/(?<=from src )("[^"]*"|[\w.]+|\{[^}]*\})/, '"192.0.2.0/24"');
    return [rule, ...[domain, source].filter((twin) => twin !== rule)].join("\n");
  });
}

interface Told {
  /** What is done with the mail, and by which action. */
  readonly outcome: string;
  readonly rule: string;
}

function decisionsOf(text: string, scenario: Scenario, target: Release, index: number): readonly Told[] {
  const { ruleset } = openRuleset(text, scenario, target);
  return envelopesFor(seed, index, 60).map((envelope: Envelope) => {
    const { outcome, rule } = decide(ruleset, envelope);
    return { outcome: `${outcome} ${rule?.action}`, rule: `${outcome} ${rule?.number}` };
  });
}

/**
 * What these codes are about is the same before and after, and they see it in one way of writing and not in the other.
 */
const seenInFullForm = new Set([
  "auth-rule-without-listener",
  "no-public-listener",
  "redundant-condition",
  "wildcard-depth",
]);

describe("actions do no harm", () => {
  const supplies = gatherSupplies();

  test.each<
    [
      what: string,
      step: number,
      make: (index: number) => { readonly text: string; readonly target: Release | undefined },
    ]
  >([
    [
      "to generated configurations, right and wrong",
      1,
      (index) => {
        const release = releases[index % 4] ?? "7.9";
        return { text: makeText(seed, index, release, supplies), target: parseRelease(release) };
      },
    ],
    ["to large ones", 3, (index) => ({ text: makeVariedConfiguration(60, index), target: undefined })],
  ])("%s", (what, step, make) => {
    const tally: Tally = {};
    for (let index = 0; index < numTexts; index += step) {
      const snapshot = snapshotOf(make(index).text, { target: make(index).target });
      for (const { action, text } of changesOf(snapshot, createRandom(seedOf(seed, index, 3)), tally)) {
        const after = lint({ ...snapshot.lintInput, text });
        if (snapshot.result.verdict === "accepted") expect(after.verdict, `${action.title}:\n${text}`).toBe("accepted");
        if (isRefactoring(action) && after.verdict === snapshot.result.verdict)
          expect(newCodes(snapshot.result, after), `${action.title}:\n${text}`).toEqual([]);
        if (action.title.startsWith("Silence")) expectSilence(snapshot, action, after);
      }
    }
    console.log(`${what}: ${JSON.stringify(tally)}`);
    expect(Object.keys(tally).length).toBeGreaterThan(8);
  });
});

/** The codes of which there are findings now, and were none. */
function newCodes(before: LintResult, after: LintResult): readonly string[] {
  const known = new Set(before.diagnostics.map(({ code }) => code));
  const refused = before.verdict === "rejected";
  return after.diagnostics.flatMap(({ code, kind }) => {
    return known.has(code) || seenInFullForm.has(code) || (refused && kind === "check") ? [] : [code];
  });
}

/** A comment for the file silences all findings of its rule; one above a statement, at least those that it names. */
function expectSilence({ result }: Snapshot, { title, diagnostics = [] }: CodeAction, after: LintResult): void {
  const code = diagnostics[0]?.code;
  const count = ({ diagnostics: found }: LintResult) => found.filter((one) => one.code === code).length;
  expect(count(after), `${title} ${code}`).toBeLessThanOrEqual(count(result) - diagnostics.length);
}

import { expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { updateConfiguration } from "../parser/update-configuration.ts";
import { type Analysis, openAnalysis } from "./analysis.ts";
import { openAnalysisMemory } from "./analysis-memory.ts";

const text = [
  "listen on em0",
  'action "in" mbox',
  'match from any for domain "a.example" action "in"',
  'match from any for domain "b.example" action "in"',
  'match from any for domain "c.example" action "in"\n',
].join("\n");

interface Versions {
  readonly before: Analysis;
  readonly after: Analysis;
}

/** A text, and the same with one more rule before the others. `between` is done before the second version is there. */
function insert(line: string, between: (before: Analysis) => void = () => {}): Versions {
  const memory = openAnalysisMemory();
  const first = parseConfiguration({ path: "smtpd.conf", text });
  const before = openAnalysis(buildModel(first), { memory });
  between(before);
  const start = text.indexOf("match");
  const changed = { path: "smtpd.conf", text: `${text.slice(0, start)}${line}${text.slice(start)}` };
  const second = updateConfiguration(first, changed, [{ start, end: start, text: line }]);
  return { before, after: openAnalysis(buildModel(second), { memory }) };
}

const numbersIn = (analysis: Analysis) => analysis.ruleset().rules.map(({ number }) => number);

test("rules whose statements are the same stay the same, with other numbers", () => {
  const { before, after } = insert("match from any for domain d.example reject\n", (analysis) => analysis.reach());
  const [first, ...others] = after.ruleset().rules;
  expect(first?.action).toBeUndefined();
  expect(others.every((rule, index) => rule === before.ruleset().rules[index])).toBe(true);
  expect(numbersIn(after)).toEqual([1, 2, 3, 4]);
});

test("a rule that comes in takes mail from those that it matches before, and from no others", () => {
  const { after } = insert("match from any for domain b.example reject\n", (analysis) => analysis.reach());
  expect(after.reach().map(({ kind }) => kind)).toEqual(["reached", "reached", "covered", "reached"]);
});

test("what is asked of an old version once there is a new one changes nothing of the new one", () => {
  const { before, after } = insert("match from any for domain d.example reject\n");
  expect(numbersIn(after)).toEqual([1, 2, 3, 4]);
  expect(before.ruleset().rules).toHaveLength(3);
  expect(numbersIn(after)).toEqual([1, 2, 3, 4]);
});

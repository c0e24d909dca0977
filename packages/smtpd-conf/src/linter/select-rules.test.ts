import { describe, expect, test } from "vitest";
import { lint } from "./lint.ts";
import { isInPreset, type PresetName } from "./presets.ts";
import { rules } from "./rules.ts";
import { type RuleSelection, selectRules } from "./select-rules.ts";

function codesOf(selection: RuleSelection): readonly string[] {
  return selectRules(rules, selection, "7.9").map(({ code }) => code);
}

describe("sets of rules", () => {
  const sizeOf = (preset: PresetName) => rules.filter((rule) => isInPreset(rule, preset)).length;

  test("grow from none to all", () => {
    expect(sizeOf("none")).toBe(0);
    expect(sizeOf("recommended")).toBeGreaterThan(100);
    expect(sizeOf("strict")).toBeGreaterThan(sizeOf("recommended"));
    expect(sizeOf("all")).toBeGreaterThan(sizeOf("strict"));
    expect(sizeOf("all")).toBe(rules.length);
  });

  test("strict has all that is recommended, and nothing twice", () => {
    expect(rules.filter(({ recommended, strict }) => recommended && strict)).toEqual([]);
    const strict = new Set(codesOf({ preset: "strict" }));
    expect(codesOf({ preset: "recommended" }).filter((code) => !strict.has(code))).toEqual([]);
  });

  test("security has its whole category, and what guards besides", () => {
    const security = rules.filter((rule) => isInPreset(rule, "security"));
    expect(security.map(({ code }) => code)).toEqual(expect.arrayContaining(["open-relay", "senders-without-auth"]));
    expect(rules.filter((rule) => rule.category === "security" && !security.includes(rule))).toEqual([]);
    expect(rules.filter(({ category, guards }) => category === "security" && guards)).toEqual([]);
    expect(security.filter(({ category }) => category === "style")).toEqual([]);
  });
});

describe("a selection", () => {
  test("switches single rules, off before on", () => {
    expect(
      codesOf({ preset: "none", enable: ["unused-table", "open-relay"], disable: ["open-relay", "nosuch"] }),
    ).toEqual(["unused-table"]);
  });

  test("leaves rules as they are that it says nothing of", () => {
    const selection: RuleSelection = { preset: "all", severities: { "open-relay": "hint" } };
    const changed = selectRules(rules, selection, "7.9").filter((rule) => !rules.includes(rule));
    expect(changed.map(({ code, severity }) => [code, severity])).toEqual([["open-relay", "hint"]]);
  });

  test("gives findings their severity", () => {
    const text = "table t { x }\naction a mbox\nmatch for local action a\n";
    const rules: RuleSelection = { preset: "none", enable: ["unused-table"], severities: { "unused-table": "error" } };
    const { verdict, diagnostics } = lint({ path: "f", text, rules });
    expect(verdict).toBe("accepted");
    expect(diagnostics.map(({ code, severity, kind }) => [code, severity, kind])).toEqual([
      ["unused-table", "error", "lint"],
    ]);
  });

  test("gives options to one rule alone, and keeps the defaults of the others", () => {
    const text = "queue ttl 30m\naction a relay ttl 20m\nmatch for local action a\n";
    const found = (options: NonNullable<RuleSelection["options"]>) =>
      lint({ path: "f", text, rules: { preset: "none", enable: ["short-ttl"], options } }).diagnostics.length;
    expect(found({ "short-ttl": { minutes: 25 } })).toBe(1);
    expect(found({ "short-ttl": {} })).toBe(2);
    expect(found({ "srs-short-key": { characters: 3 } })).toBe(2);
  });
});

import { newestRelease } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { defaultOptions } from "../options.ts";
import { combineSettings, type Layer, type SaidOptions } from "./combine-settings.ts";

/** Settings from what the command line says, and from what layers say. */
function combined(said: Partial<SaidOptions>, ...contents: readonly Layer["content"][]) {
  const layers = contents.map((content, index) => ({ content, from: `layer ${index}`, folder: `/f${index}` }));
  return combineSettings({ ...defaultOptions, ...said }, layers);
}

test("nothing said is the newest release, without surroundings, and what is recommended", () => {
  const nothing = { target: newestRelease, namedTarget: undefined, definitions: [], surroundings: { kind: "none" } };
  expect(combined({})).toMatchObject(nothing);
  expect(combined({}, {}, {})).toEqual(combined({}));
  expect(combined({}).rules).toEqual({ preset: "recommended", enable: [], disable: [] });
});

test("the command line goes before overrides, these before settings", () => {
  expect(combined({ target: "7.3" }, { target: "6.8" }, { target: "7.4" }).target).toBe("7.3");
  expect(combined({}, { target: "6.8" }, { target: "7.4" }).target).toBe("7.4");
  expect(combined({}, { target: "6.8" }, {})).toMatchObject({ target: "6.8.0", namedTarget: "6.8.0" });
  expect(combined({}, { template: "jinja" }, { template: "none" }).template).toBe("none");
  expect(combined({ template: "erb" }, { template: "jinja" }).template).toBe("erb");
});

test("a root is relative to the place that names it", () => {
  expect(combined({}, { root: "a" }, { root: "b/c" }).surroundings).toEqual({ kind: "root", folder: "/f1/b/c" });
  expect(combined({}, { root: "a" }, {}).surroundings).toEqual({ kind: "root", folder: "/f0/a" });
  expect(combined({ surroundings: { kind: "host" } }, { root: "a" }).surroundings).toEqual({ kind: "host" });
});

test("a macro is defined once, although smtpd would take the first", () => {
  const definitions = combined(
    { definitions: ["a=1", "x=y=2"] },
    { define: { a: "2", b: "3" } },
    { define: { b: "4" } },
  );
  expect(definitions.definitions).toEqual(["a=1", "x=y=2", "b=4"]);
});

describe("rules", () => {
  const rulesOf = (...parameters: Parameters<typeof combined>) => combined(...parameters).rules;

  test("gather from all places, the later before the earlier", () => {
    const first = { rules: { "open-relay": "off", "unused-table": "error", "short-ttl": "hint" } } as const;
    const second = { rules: { "open-relay": "on", "unused-table": "warning", "short-ttl": "off" } } as const;
    expect(rulesOf({}, first, second)).toEqual({
      preset: "recommended",
      enable: ["open-relay", "unused-table"],
      disable: ["short-ttl"],
      severities: { "unused-table": "warning", "short-ttl": "hint" },
    });
  });

  test("a set begins anew, but severities and options stay", () => {
    const general = {
      preset: "strict",
      rules: { "open-relay": "off", "short-ttl": ["hint", { minutes: 5 }] },
    } as const;
    const options = { severities: { "short-ttl": "hint" }, options: { "short-ttl": { minutes: 5 } } };
    expect(rulesOf({}, general, { preset: "none", rules: { "unused-table": "on" } })).toEqual({
      preset: "none",
      enable: ["unused-table"],
      disable: [],
      ...options,
    });
    expect(rulesOf({ rules: { preset: "all", disable: ["unused-table"] } }, general)).toEqual({
      preset: "all",
      enable: [],
      disable: ["unused-table"],
      ...options,
    });
  });

  test("the command line switches without changing severities", () => {
    const settings = { rules: { "unused-table": "error", "short-ttl": "off" } } as const;
    expect(rulesOf({ rules: { enable: ["short-ttl"], disable: ["unused-table"] } }, settings)).toEqual({
      preset: "recommended",
      enable: ["short-ttl"],
      disable: ["unused-table"],
      severities: { "unused-table": "error" },
    });
  });

  test("options gather by name", () => {
    const first = { rules: { "consistent-quoting": ["on", { style: "always" }] } } as const;
    expect(rulesOf({}, first, { rules: { "consistent-quoting": ["hint", {}] } })).toMatchObject({
      severities: { "consistent-quoting": "hint" },
      options: { "consistent-quoting": { style: "always" } },
    });
    expect(rulesOf({}, first, { rules: { "consistent-quoting": ["off", { style: "never" }] } })).toMatchObject({
      disable: ["consistent-quoting"],
      options: { "consistent-quoting": { style: "never" } },
    });
  });

  test("-n is without any", () => {
    expect(rulesOf({ verdictOnly: true }, { preset: "all", rules: { "open-relay": "on" } })).toEqual({
      preset: "none",
    });
  });
});

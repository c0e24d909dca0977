import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "./settings-file.ts";

/** What is read from the text of a settings file; sentences about what is wrong, without the path. */
function read(text: string, kind: "settings" | "package" = "settings"): unknown {
  const found = readSettings("/nowhere/s.json", text, kind);
  if (found === undefined || !("length" in found)) return found?.content;
  return found.map((sentence) => sentence.replace("/nowhere/s.json:", ""));
}

describe("settings are read", () => {
  test.each<[string, object]>([
    ["{}", {}],
    ['\ufeff{ // a comment\n  "target": "6.8.0p2", /* and */ }', { target: "6.8.0p2" }],
    ['{"$schema": "x", "preset": "strict"}', { $schema: "x", preset: "strict" }],
    ['{"define": {"host": "a.example", "empty": ""}}', { define: { host: "a.example", empty: "" } }],
    [
      '{"rules": {"open-relay": "off", "short-ttl": ["warning", {"minutes": 5}]}}',
      {
        rules: { "open-relay": "off", "short-ttl": ["warning", { minutes: 5 }] },
      },
    ],
    [
      '{"ignores": [], "files": ["**/*.conf"], "failOn": "hint", "maxWarnings": 0, "baseline": "a/b.json"}',
      {
        ignores: [],
        files: ["**/*.conf"],
        failOn: "hint",
        maxWarnings: 0,
        baseline: "a/b.json",
      },
    ],
    ['{"overrides": [{"files": ["a"], "target": "7.4"}]}', { overrides: [{ files: ["a"], target: "7.4" }] }],
  ])("%s", (text, content) => expect(read(text)).toEqual(content));

  test("from a package.json", () => {
    expect(read('{"name": "x", "version": 1, "smtpd-lint": {"preset": "all"}}', "package")).toEqual({ preset: "all" });
    expect(read('{"name": "smtpd-lint", "key": {"smtpd-lint": {}}}', "package")).toBeUndefined();
  });
});

describe("what is wrong is said", () => {
  test.each<[string, readonly string[]]>([
    ["", ["1:1: The file is empty: write {} at least."]],
    ["// nothing\n", ["1:1: The file is empty: write {} at least."]],
    ["[]", ["1:1: A list is not an object in braces."]],
    ["{", ["1:2: A closing brace is expected here."]],
    ['{"target": }', ["1:12: A value is expected here."]],
    ["{target: 1}", ["1:2: This is no value: keys and texts stand in double quotes."]],
    ['{"target": "7.9" "preset": "all"}', ["1:18: A comma is expected here."]],
    ['{"target": "7.9}', ["1:12: The closing quote is missing."]],
    ["{} {}", ["1:4: The settings end before this."]],
    ["{ /* x ", ["1:3: This comment is not closed."]],
    ['{"root": "a\\x"}', ["1:10: There is no such escape: a backslash itself is written twice."]],
    ['{\n  "targte": "7.9"\n}', ['2:3: There is no setting "targte". Did you mean "target"?']],
    [
      '{"__proto__": 1}',
      [
        '1:2: There is no setting "__proto__", but "$schema", "target", "root", "define", "preset", "rules", "template", "files", "ignores", "overrides", "failOn", "maxWarnings", "baseline".',
      ],
    ],
    [
      '{"target": 7.4}',
      [
        "1:12: 7.4 is not a release of OpenSMTPD: 6.4, 6.6, 6.7, 6.8, 7.3, 7.4, 7.5, 7.6, 7.7, 7.8, 7.9, or in full such as 6.8.0p2.",
      ],
    ],
    [
      '{"preset": "strikt"}',
      ['1:12: "strikt" is not one of "recommended", "strict", "security", "all", "none". Did you mean "strict"?'],
    ],
    ['{"root": "/etc"}', ['1:10: "/etc" is not a folder below that of the settings file.']],
    ['{"root": "a/../../b"}', ['1:10: "a/../../b" is not a folder below that of the settings file.']],
    [
      '{"define": {"a b": "x", "c": "d=e", "f": 1}}',
      [
        '1:13: "a b" is not the name of a macro.',
        '1:30: "d=e" is not a text without an equals sign, as smtpd -D takes it.',
        "1:42: 1 is not a text without an equals sign, as smtpd -D takes it.",
      ],
    ],
    ['{"rules": {"open-relai": "off"}}', ['1:12: There is no rule "open-relai". Did you mean "open-relay"?']],
    ['{"rules": {"zzz": "off"}}', ['1:12: There is no rule "zzz".']],
    [
      '{"rules": {"trailing-comma": "off"}}',
      ['1:12: smtpd refuses what "trailing-comma" reports: that cannot be switched.'],
    ],
    ['{"rules": {"open-relay": true}}', ['1:26: true is not one of "off", "on", "hint", "info", "warning", "error".']],
    [
      '{"rules": {"open-relay": ["on", {}]}}',
      ['1:26: The rule has no options: write one of "off", "on", "hint", "info", "warning", "error" alone.'],
    ],
    [
      '{"rules": {"short-ttl": ["on"]}}',
      ['1:25: A list here has two entries: a severity or "on", and the options in braces.'],
    ],
    [
      '{"rules": {"short-ttl": ["on", {"minuets": 5}]}}',
      ['1:33: "short-ttl" has no option "minuets". Did you mean "minutes"?'],
    ],
    ['{"rules": {"short-ttl": ["on", {"minutes": 0.5}]}}', ["1:44: 0.5 is not a whole number from 1 to 40320."]],
    [
      '{"rules": {"relay-no-verify": ["on", {"hosts": ["a b", 1, "a.example"]}]}}',
      [
        '1:49: "a b" is not a host name, with *. for all below a domain, or a network, such as *.example.org.',
        "1:56: 1 is not a host name, with *. for all below a domain, or a network, such as *.example.org.",
      ],
    ],
    [
      '{"files": [], "overrides": [{"files": []}, {}]}',
      ["1:11: The list is empty.", "1:39: The list is empty.", '1:44: "files" is missing here.'],
    ],
    [
      '{"overrides": [{"files": ["a"], "ignores": []}]}',
      [
        '1:33: For some files there is no setting "ignores", but "files", "target", "root", "define", "preset", "rules", "template".',
      ],
    ],
    ['{"preset": "all", "preset": "none"}', ['1:19: "preset" is given twice.']],
    [
      '{"maxWarnings": -1, "failOn": "fatal"}',
      [
        "1:17: -1 is not a whole number from 0 to 1000000.",
        '1:31: "fatal" is not one of "error", "warning", "info", "hint", "never".',
      ],
    ],
  ])("%s", (text, sentences) => expect(read(text)).toEqual(sentences));

  test("in a package.json", () => {
    expect(read('{\n  "smtpd-lint": { "x": 1 }\n}', "package")).toEqual([
      expect.stringMatching(/^2:19: There is no setting "x"/),
    ]);
  });

  test("without the control characters that stand there", () => {
    const sentences = read('{"a\\u001b[31m\\nb": 1, "preset": "\\u009b\\u202e"}') as readonly string[];
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test("of brackets without end, too", () => {
    expect(read("[".repeat(1_000_000))).toEqual(["1:1: The brackets are nested too deeply."]);
  });
});

test("whatever stands in a settings file, it is settings or sentences", () => {
  const word = fc.constantFrom(
    ...['"rules"', '"files"', '"open-relay"', '"on"', "{", "}", "[", "]", ":", ",", "1", "//", "\n", '"'],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 20 }).map((words) => words.join("")),
    fc.json(),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("settings", "package"), (content, kind) => {
      const found = readSettings("/nowhere/s.json", content, kind);
      if (found === undefined || !("length" in found)) return;
      expect(found).not.toEqual([]);
      for (const sentence of found) expect(sentence).toMatch(/^\/nowhere\/s\.json:\d+:\d+: \S.*[.?]$/s);
    }),
    { numRuns: 3000 },
  );
});

describe("a root", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "settings-"));
    mkdirSync(join(folder, "own/image"), { recursive: true });
    mkdirSync(join(folder, "other"));
    writeFileSync(join(folder, "own/file"), "");
    symlinkSync("../other", join(folder, "own/out"));
    symlinkSync("image", join(folder, "own/in"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each<[string, string | undefined]>([
    ["image", undefined],
    [".", undefined],
    ["in", undefined],
    ["file", '"file" is not a folder.'],
    ["nosuch", 'There is no folder "nosuch" beside the settings file.'],
    ["out", '"out" leads out of the folder of the settings file: name it on the command line, with --root.'],
  ])("%s", (root, message) => {
    const path = join(folder, "own/.smtpd-lintrc.json");
    const found = readSettings(path, JSON.stringify({ overrides: [{ files: ["a"], root }] }), "settings");
    if (message === undefined) expect(found).toMatchObject({ content: { overrides: [{ root }] } });
    else expect(found).toEqual([`${path}:1:${'{"overrides":[{"files":["a"],"root":'.length + 1}: ${message}`]);
  });
});

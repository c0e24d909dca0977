import { readFileSync } from "node:fs";
import { checks, rules } from "smtpd-conf";
import { expect, test } from "vitest";
import { describeRule } from "./describe-rule.ts";
import { displayWidth } from "./display-width.ts";
import { drawPage } from "./draw-page.ts";
import { openPaint } from "./paint.ts";

const subject = describeRule({
  kind: "lint",
  code: "some-rule",
  severity: "warning",
  category: "intent",
  recommended: true,
  scope: "statement",
  since: "7.3",
  fix: "safe",
  summary: "It is wrong.",
  create: () => ({}),
});

const page = `# some-rule

It is wrong.

## Why

A sentence that is long enough to be broken, with \`--disable code\` in it.

\`\`\`smtpd.conf target=6.8
# a comment
match for any reject

  indented
\`\`\`

\`\`\`smtpd.conf
again
\`\`\`
`;

test("headings, wrapped paragraphs, examples set in", () => {
  expect(drawPage(page, subject, openPaint(false), 40).split("\n")).toEqual([
    "some-rule  warning, intent, recommended, from 7.3 on, fixed by --fix",
    "",
    "It is wrong.",
    "",
    "Why",
    "",
    "A sentence that is long enough to be",
    "broken, with `--disable code` in it.",
    "",
    "    # a comment",
    "    match for any reject",
    "",
    "      indented",
    "",
    "    again",
    "",
  ]);
});

test("colours replace the marks of code", () => {
  const colored = drawPage(page, subject, openPaint(true), 80);
  expect(colored).toContain("\x1b[1mWhy\x1b[0m");
  expect(colored).toContain("with \x1b[1;34m--disable code\x1b[0m in it");
});

const folder = new URL("../../../smtpd-conf/src/linter/", import.meta.url);

test.each([
  ["checks", checks],
  ["rules", rules],
] as const)("every word of the pages of all %s is shown, in at most 80 columns but for examples", (kind, list) => {
  expect(list.length).toBeGreaterThan(99);
  for (const one of list) {
    const text = readFileSync(new URL(`${kind}/${one.code}.md`, folder), "utf8");
    const drawn = drawPage(text, describeRule(one), openPaint(false), 80);
    const words = text
      .replace(/^# .*\n/, "")
      .replace(/^(```.*|#{2,} )/gm, "")
      .match(/\S+/g);
    expect(drawn.replace(/^.*\n/, "").match(/\S+/g)).toEqual(words);
    const wide = drawn
      .split("\n")
      .slice(1)
      .filter((line) => displayWidth(line) > 80 && !/^( {4}|\||-)/.test(line));
    expect(wide).toEqual([]);
  }
});

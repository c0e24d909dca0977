import { describe, expect, test } from "vitest";
import { uriOf } from "../testing.ts";
import { actionsAt, chosen, titlesAt } from "./testing.ts";

const only = ["quickfix"];

test("a safe fix comes at once, preferred, with its finding", () => {
  const [action] = actionsAt("action a maildir|;\nmatch for any action a\n", { only });
  expect(action).toMatchObject({
    title: "Remove the semicolon",
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ source: "smtpd-lint", code: "stray-semicolon" }],
    edit: { documentChanges: [{ textDocument: { uri: uriOf("smtpd.conf"), version: 1 }, edits: [{ newText: "" }] }] },
  });
  expect(action?.data).toBeUndefined();
});

test("a suggestion is not preferred", () => {
  const [action] = actionsAt('action a maildir "%{user.user|nam}"\nmatch for any action a\n', { only });
  expect(action?.title).toBe('Write "user.username"');
  expect(action).not.toHaveProperty("isPreferred");
});

test.each<[what: string, title: string, marked: string, expected: string]>([
  [
    "the name that was meant",
    'Write "local"',
    'action "local" maildir\nmatch for local action |locl\n',
    'action "local" maildir\nmatch for local action "local"\n',
  ],
  [
    "a word of an older release",
    'Remove "deliver to"',
    'action "a" deliver| to maildir\nmatch for local action "a"\n',
    'action "a" maildir\nmatch for local action "a"\n',
  ],
  [
    "an entry that stands twice, in a selection over several lines",
    "Delete the entry",
    "action a maildir\n<|match for domain { b, b } action a\nmatch for any re|>ject\n",
    "action a maildir\nmatch for domain { b } action a\nmatch for any reject\n",
  ],
  [
    "a statement that nothing refers to",
    'Delete the table "t"',
    "table |t { a }\naction a maildir\nmatch for local action a\n",
    "action a maildir\nmatch for local action a\n",
  ],
])("fixes %s", (_, title, marked, expected) => {
  expect(chosen(marked, title, { only })).toBe(expected);
});

describe("all findings of one code", () => {
  test("are fixed together", () => {
    const title = 'Fix all 2 findings of "duplicate-table-entry" in this file';
    const marked = "action a maildir alias { |x = y, x = y }\nmatch for domain { b, b } action a\n";
    const expected = "action a maildir alias { x = y }\nmatch for domain { b } action a\n";
    expect(chosen(marked, title, { only })).toBe(expected);
  });

  test("are not offered where there is only one", () => {
    const marked = "action a maildir\nmatch for domain { |b, b } action a\n";
    expect(titlesAt(marked, { only }).filter((title) => title.startsWith("Fix all"))).toEqual([]);
  });
});

test("findings elsewhere are not at this place", () => {
  expect(titlesAt("# no|thing\nmatch for any action x\n", { only })).toEqual([]);
});

test("an included file has the fixes of its own findings", () => {
  const root = { path: "root.conf", text: "include smtpd.conf\n" };
  const marked = "action a maildir|;\nmatch for local action a\n";
  expect(chosen(marked, "Remove the semicolon", { only, root })).toBe("action a maildir\nmatch for local action a\n");
});

test("a file that is included twice has each fix once", () => {
  const root = { path: "smtpd.conf", text: 'include "/etc/mail/a.conf"\ninclude "/etc/mail/a.conf"\n' };
  const titles = titlesAt("action a maildir|;\n", { only, path: "/etc/mail/a.conf", root });
  expect(titles.filter((title) => title === "Remove the semicolon")).toHaveLength(1);
  expect(titles.filter((title) => title.startsWith("Fix all"))).toEqual([]);
});

test("a template has its fixes and no refactorings", () => {
  const marked = "action a maildir|;\nmatch for domain {{ name }} action a\n";
  const titles = titlesAt(marked, { template: "jinja" });
  expect(titles).toEqual(["Remove the semicolon", 'Explain "stray-semicolon"']);
  expect(chosen(marked, "Remove the semicolon", { template: "jinja" })).toBe(
    "action a maildir\nmatch for domain {{ name }} action a\n",
  );
});

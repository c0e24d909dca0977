import { describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { snapshotOf } from "../testing.ts";
import { getCodeActions, resolveCodeAction } from "./code-actions.ts";
import { actionsAt, selectionIn, titlesAt } from "./testing.ts";

const marked = "listen on |lo\naction a maildir\nmatch from any for domain { example.org, example.net } action a\n";

describe("kinds are a tree", () => {
  test.each<[only: string[] | undefined, kinds: readonly string[]]>([
    [["refactor"], ["refactor.extract.macro", "refactor.rewrite.writeOut", "refactor.rewrite.quote"]],
    [["refactor.extract"], ["refactor.extract.macro"]],
    [["refactor.extract.macro"], ["refactor.extract.macro"]],
    [["refactor.extract.macro.x"], []],
    [["refactor.ex"], []],
    [
      ["refactor.rewrite", "refactor.extract"],
      ["refactor.extract.macro", "refactor.rewrite.writeOut", "refactor.rewrite.quote"],
    ],
    [["source.organizeImports"], []],
    [[""], ["refactor.extract.macro", "refactor.rewrite.writeOut", "refactor.rewrite.quote"]],
    [[], ["refactor.extract.macro", "refactor.rewrite.writeOut", "refactor.rewrite.quote"]],
    [undefined, ["refactor.extract.macro", "refactor.rewrite.writeOut", "refactor.rewrite.quote"]],
  ])("%j", (only, kinds) => {
    const found = actionsAt(marked, only && { only }).map(({ kind }) => kind);
    expect([...new Set(found)]).toEqual(kinds);
  });
});

describe("an action is found again", () => {
  test("of two with the same title, each the one that it was", () => {
    const { snapshot, range } = selectionIn("<|match for domain { a, a } reject\nmatch for domain { b, b|> } reject\n");
    const actions = getCodeActions(snapshot, range, { only: ["quickfix"] });
    const deletions = actions.filter(({ title }) => title === "Delete the entry");
    expect(deletions.map(({ diagnostics }) => diagnostics?.[0]?.range.start.line)).toEqual([0, 1]);
  });

  test("what is complete stays as it is", () => {
    const snapshot = snapshotOf("match for any reject\n");
    const action: CodeAction = { title: "x", edit: { changes: {} } };
    expect(resolveCodeAction(snapshot, action)).toBe(action);
  });

  test.each([
    ["without data", { title: "x", kind: "refactor" }],
    ["with data of others", { title: "x", kind: "refactor", data: 17 }],
    [
      "with a range that is none",
      { title: "x", kind: "refactor", data: { uri: "file:///etc/mail/smtpd.conf", index: 0, range: null } },
    ],
    [
      "of another document",
      {
        title: "x",
        kind: "refactor",
        data: {
          uri: "file:///x",
          index: 0,
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        },
      },
    ],
    [
      "of a text that is gone",
      {
        title: "x",
        data: {
          uri: "file:///etc/mail/smtpd.conf",
          index: 0,
          range: { start: { line: 90, character: 0 }, end: { line: 91, character: 0 } },
        },
      },
    ],
  ])("an action %s stays as it is", (_, action) => {
    const snapshot = snapshotOf("match for any reject\n");
    expect(resolveCodeAction(snapshot, action)).toBe(action);
  });
});

describe("every text is answered", () => {
  test.each([
    ["an empty one", "|"],
    ["half a statement", "match from any for domain {|"],
    ["an open quote", 'action "a|'],
    ["a lonely brace", "}|"],
    ["a dollar sign", "match for domain $|"],
    ["bytes", "\u0000\u0001\u0002|\ufffd"],
    ["halves of characters", "match for domain \ud800|\udc00\n"],
    ["carriage returns", "match for any |reject\r\n"],
  ])("%s", (_, text) => {
    const { snapshot, range } = selectionIn(text);
    for (const action of getCodeActions(snapshot, range, { only: [""] })) {
      const { edit, command, disabled } = resolveCodeAction(snapshot, action);
      expect(edit ?? command ?? disabled).toBeDefined();
    }
  });
});

test("a selection over several statements has no refactorings of one", () => {
  expect(titlesAt("<|listen on lo\naction a maildir|>\nmatch for local action a\n", { only: ["refactor"] })).toEqual(
    [],
  );
});

import { expect, test } from "vitest";
import { actionsAt, titlesAt } from "./testing.ts";

const marked = "match for any action |x\n";

test("runs the command of the editor with the code", () => {
  const actions = actionsAt(marked, { only: ["quickfix"] });
  expect(actions.find(({ command }) => command)).toMatchObject({
    title: 'Explain "undefined-action"',
    command: { command: "smtpd-lint.explainCode", arguments: [{ code: "undefined-action" }] },
    diagnostics: [{ code: "undefined-action" }],
  });
});

test("is offered once for each code", () => {
  const titles = titlesAt("match <|for any action x\nmatch for any action y|>\n", { only: ["quickfix"] });
  expect(titles.filter((title) => title.startsWith("Explain"))).toEqual(['Explain "undefined-action"']);
});

test("is not offered to an editor that has no commands", () => {
  expect(titlesAt(marked, { client: { commands: false } }).filter((title) => title.startsWith("Explain"))).toEqual([]);
});

import { expect, test } from "vitest";
import { actionsAt, chosen, titlesAt } from "./testing.ts";

const title = "Apply all safe fixes";
const marked =
  '|action "a" deliver to maildir\n# A comment.\nmatch for any action "a";\nmatch for domain { x, x } action a\n';

test.each([["source"], ["source.fixAll"], ["source.fixAll.smtpd-lint"]])("is offered to who asks for %s", (kind) => {
  expect(actionsAt(marked, { only: [kind] })).toMatchObject([{ title, kind: "source.fixAll.smtpd-lint" }]);
});

test.each([[undefined], [["quickfix"]], [["refactor"]], [["source.organizeImports"]], [["source.fixAll.other"]]])(
  "is not offered to who asks for %j",
  (only) => {
    expect(titlesAt(marked, only && { only })).not.toContain(title);
  },
);

test("is offered to an editor that saves", () => {
  expect(titlesAt(marked, { only: ["source.fixAll"], triggerKind: 2 })).toEqual([title]);
});

test("mends everything that can be mended safely", () => {
  expect(chosen(marked, title, { only: ["source.fixAll"] })).toBe(
    'action "a" maildir\n# A comment.\nmatch for any action "a"\nmatch for domain { x } action a\n',
  );
});

test("changes the lines that change, and no others", () => {
  const snapshot = chosen(`${marked}# End.\n`, title, { only: ["source.fixAll"] });
  expect(snapshot).toMatch(/# End\.\n$/);
});

test("is not offered where there is nothing to mend", () => {
  expect(titlesAt("|match for any reject\n", { only: ["source.fixAll"] })).toEqual([]);
});

test("mends an included file", () => {
  const root = { path: "root.conf", text: "include smtpd.conf\n" };
  expect(chosen(marked, title, { only: ["source.fixAll"], root })).toBe(
    'action "a" maildir\n# A comment.\nmatch for any action "a"\nmatch for domain { x } action a\n',
  );
});

test("mends a template as it is written", () => {
  const template = "|action a maildir;\nmatch for domain {{ name }} action a\n";
  expect(chosen(template, title, { only: ["source.fixAll"], template: "jinja" })).toBe(
    "action a maildir\nmatch for domain {{ name }} action a\n",
  );
});

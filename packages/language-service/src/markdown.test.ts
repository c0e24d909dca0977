import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Block,
  clause,
  code,
  codeBlock,
  codeSpan,
  escapeText,
  joined,
  link,
  list,
  markupOf,
  paragraph,
  prose,
  ruler,
  shortened,
  strong,
  toMarkdown,
  toPlainText,
} from "./markdown.ts";

describe("a text of the configuration is shown as it is", () => {
  test.each([
    ["*bold* _it_ ~no~", "\\*bold\\* \\_it\\_ \\~no\\~"],
    ["[x](http://evil.example)", "\\[x\\](http\\://evil.example)"],
    ["![x](y)", "!\\[x\\](y)"],
    ["<img src=x>", "\\<img src=x\\>"],
    ["&lt; & &#60;", "\\&lt; & \\&#60;"],
    ["www.evil.example", "www\\.evil.example"],
    ["joe@example.org", "joe\\@example.org"],
    ["a`b`", "a\\`b\\`"],
    ["$x$ | y", "\\$x\\$ \\| y"],
    ["two\nlines\tand \u202eturned", "two lines and \ufffdturned"],
    ["half \ud800", "half \ufffd"],
    ["plain words, 10.0.0.0/8", "plain words, 10.0.0.0/8"],
  ])("%j", (text, markdown) => expect(escapeText(text)).toBe(markdown));

  test("whatever it is, nothing in it means anything to Markdown, and nothing of it is lost", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeText(text);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, "")).not.toMatch(/[\\`*_[\]<>~|$]/);
        expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(text);
      }),
    );
  });
});

describe("a word in the letters of code", () => {
  test.each([
    ["example.org", "`example.org`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["``a", "``` ``a ```"],
    [" a ", "`  a  `"],
    ["two\nlines", "`two lines`"],
    ["", '""'],
    [" ", '" "'],
  ])("%j", (text, markdown) => expect(codeSpan(text)).toBe(markdown));

  test("whatever it is, the span ends where the word does", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", " ", "\\", "*"), minLength: 1 }), (text) => {
        fc.pre(text.trim() !== "");
        const span = codeSpan(text);
        const fence = /^`+/.exec(span)?.[0] ?? "";
        const inner = span.slice(fence.length, -fence.length);
        expect(Array.from(inner.matchAll(/`+/g), ([run]) => run)).not.toContain(fence);
        expect(inner.trim()).toBe(text.trim());
      }),
    );
  });
});

describe("what a line begins with makes no heading, list or ruler of it", () => {
  test.each([
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["+ a", "\\+ a"],
    ["===", "\\==="],
    ["1. a", "1\\. a"],
    ["12) a", "12\\) a"],
  ])("%j", (text, markdown) => expect(toMarkdown([paragraph(prose`${text}`)])).toBe(markdown));
});

const page: readonly Block[] = [
  paragraph(prose`${strong("Table")} ${code("a*b")}: used by ${link("rule 1", "file:///etc/my file#L1")}, ${2} times.`),
  codeBlock('match for "```" reject'),
  list([prose`see \`from\``, prose`${"*x*"}`]),
  ruler,
];

test("a page in Markdown", () => {
  expect(markupOf(page, { markdown: true })).toEqual({
    kind: "markdown",
    value: [
      "**Table** `a*b`: used by [rule 1](<file:///etc/my%20file#L1>), 2 times.",
      '````smtpd-conf\nmatch for "```" reject\n````',
      "- see `from`\n- \\*x\\*",
      "---",
    ].join("\n\n"),
  });
});

test("a page as plain text", () => {
  expect(toPlainText(page)).toBe(
    'Table `a*b`: used by rule 1, 2 times.\n\nmatch for "```" reject\n\n- see `from`\n- *x*',
  );
});

test("names and addresses in a clause become code", () => {
  expect(toMarkdown([paragraph(clause('it is "a_b" or joe@example.org'))])).toBe("it is `a_b` or `joe@example.org`");
});

test("a quoted text in a clause may have quotes of its own", () => {
  const text = 'the command "prog \\"a b\\" -f" and "b"';
  expect(toMarkdown([paragraph(clause(text))])).toBe('the command `prog "a b" -f` and `b`');
});

test("lines with words between them", () => {
  const text = (items: readonly string[]) =>
    toPlainText([
      paragraph(
        joined(
          items.map((item) => prose`${item}`),
          " and ",
        ),
      ),
    ]);
  expect([text([]), text(["a"]), text(["a", "b"]), text(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("a long text is cut between characters", () => {
  expect(shortened("abcdef", 4)).toBe("abc…");
  expect(shortened("ab😀def", 4)).toBe("ab…");
});

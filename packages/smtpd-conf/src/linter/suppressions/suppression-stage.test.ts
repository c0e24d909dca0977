import { describe, expect, test } from "vitest";
import { type LintInput, lint } from "../lint.ts";
import { expectMarked, expectSilent } from "../testing.ts";

const on = "# smtpd-lint:";
const rest = "action a mbox\nmatch for local action a\n";

describe("disable-next-line silences", () => {
  const [code, off] = ["unused-table", `${on} disable-next-line unused-table`];
  test.each([
    ["the next line", `${off}\ntable t { x }\ntable <|u|> { x }\n${rest}`],
    ["behind blank lines and comments", `${off}\n\n# x\n \t\n# y \\\n z\n  table t { x }\ntable <|u|> { x }\n${rest}`],
    ["with more rules and a reason", `${off},no-public-listener -- why\ntable t { x }\n${rest}`],
    ["with any rule", `${on} disable-next-line\ntable t { x }\ntable <|u|> { x }\n${rest}`],
    ["from behind a statement", `table <|s|> { x } ${off}\ntable t { x }\n${rest}`],
    ["a statement that backslashes carry on", `${off}\ntable \\\n  t \\\n { x }\ntable <|u|> { x }\n${rest}`],
    ["as one line of a comment", `# x \\\n${off}, \\\n#  dead-code\ntable t { x }\ntable <|u|> { x }\n${rest}`],
    ["not what another rule says", `${on} disable-next-line unused-action\ntable <|t|> { x }\n${rest}`],
    ["not two lines", `${off}\n${rest}table <|t|> { x }\n`],
    ["not from within another comment", `# see ${off}\ntable <|t|> { x }\n${rest}`],
    ["not without a colon", `# smtpd-lint disable-next-line unused-table\ntable <|t|> { x }\n${rest}`],
  ])("%s", (_what, text) => expectMarked(code, text));
});

describe("in a list over several lines, a comment silences", () => {
  const code = "network-host-bits";
  const rule = (lines: string) => `match from src { ${lines} } for any reject\n`;
  test.each([
    ["all of it from above", `${on} disable-next-line ${code}\n${rule('"10.0.0.1/8",\n"10.0.0.2/8"')}`],
    ["all of it from its first line", rule(`# smtpd-lint: disable-line ${code}\n "10.0.0.1/8",\n"10.0.0.2/8"\n`)],
    ["all of it from its last line", `${rule('"10.0.0.1/8",\n"10.0.0.2/8"').trim()} ${on} disable-line ${code}\n`],
    ["the line that it is on", rule(`\n"10.0.0.1/8", ${on} disable-line ${code}\n<|"10.0.0.2/8"|>\n`)],
    ["the next line", rule(`\n${on} disable-next-line ${code}\n"10.0.0.1/8",\n<|"10.0.0.2/8"|>\n`)],
    ["the lines up to enable", rule(`\n${on} disable\n"10.0.0.1/8",\n${on} enable\n<|"10.0.0.2/8"|>\n`)],
  ])("%s", (_what, text) => expectMarked(code, text));
});

describe("disable-line silences", () => {
  const [code, off] = ["unused-table", `${on} disable-line unused-table`];
  test.each([
    ["the line before it", `table t { x } ${off}\ntable <|u|> { x }\n${rest}`],
    ["not the line below it", `${off}\ntable <|t|> { x }\n${rest}`],
    ["all lines of the statement", `table <|s|> { x }\ntable t \\\n{ x, \\\n y } ${off}\ntable <|u|> { x }\n${rest}`],
    ["a statement that a backslash joins to it", `table t { x } \\\n${off}\ntable <|u|> { x }\n${rest}`],
    ["at the end of the text", `${rest}table t { x } ${off}`],
  ])("%s", (_what, text) => expectMarked(code, text));
});

describe("disable silences", () => {
  const code = "unused-table";
  test.each([
    [
      "up to enable",
      `table <|s|> { x }\n${on} disable ${code}\ntable t { x }\n${on} enable ${code}\ntable <|u|> { x }\n${rest}`,
    ],
    ["up to an enable of all", `${on} disable ${code}\ntable t { x }\n${on} enable\ntable <|u|> { x }\n${rest}`],
    ["all rules up to an enable", `${on} disable\ntable t { x }\n${on} enable\ntable <|u|> { x }\n${rest}`],
    ["to the end of the file", `table <|s|> { x }\n${rest}${on} disable ${code}\ntable t { x }\n`],
    [
      "on beyond the enable of another",
      `${on} disable ${code}, unused-action\n${on} enable unused-action\ntable t { x }\n${rest}`,
    ],
    ["not beyond a second enable", `${on} disable ${code}\n${on} enable\n${on} disable x\ntable <|t|> { x }\n${rest}`],
  ])("%s", (_what, text) => expectMarked(code, text));

  test("its own file only", () => {
    const files = { "/i": `table <|t|> { x }\n${on} disable unused-table\ntable u { x }\n` };
    expectMarked(code, `${on} disable unused-table\ninclude "/i"\n${on} enable\ntable <|v|> { x }\n${rest}`, { files });
  });
});

describe("disable-file silences", () => {
  const code = "unused-table";
  test("a file from wherever it stands", () =>
    expectSilent(code, `table t { x }\n${rest}${on} disable-file ${code}\n`));

  test("not the files that it includes", () => {
    const files = { "/i": "table <|t|> { x }\n", "/j": `table u { x }\n${on} disable-file\n` };
    expectMarked(code, `${on} disable-file ${code}\ninclude "/i"\ninclude "/j"\ntable v { x }\n${rest}`, { files });
  });
});

describe("what is found in the file of a table", () => {
  const [code, files] = ["network-host-bits", { "/n": "10.0.0.1/8\n" }];
  const rule = "match from src <t> for any reject\n";

  test("is silenced at the table statement", () =>
    expectSilent(code, `${on} disable-next-line ${code}\ntable t file:/n\n${rule}`, { files }));

  test("and not where the table is used", () => {
    const marked = { "/n": "<|10.0.0.1/8|>\n" };
    expectMarked(code, `table t file:/n\n${on} disable-next-line ${code}\n${rule}`, { files: marked });
  });
});

test("in a template a comment counts, and whether it is of use nobody can tell", () => {
  const lines = ["table t { x }", "listen on {{ interface }} hostname {{ name }}"];
  const off = [`${on} disable-next-line unused-table`, `${on} disable-next-line hostname-not-fqdn`];
  const text = `${off[0]}\n${lines[0]}\n${off[1]}\n${lines[1]}\n${rest}`;
  expect(lint({ path: "smtpd.conf.j2", text, template: "jinja" }).diagnostics).toEqual([]);
});

describe("the result of lint", () => {
  const result = (text: string, input: Partial<LintInput> = {}) => lint({ path: "smtpd.conf", text, ...input });

  test("has what was silenced, and why", () => {
    const { diagnostics, suppressed } = result(`table t { x } ${on} disable-line unused-table -- for later\n${rest}`);
    expect(diagnostics).toEqual([]);
    expect(suppressed.map(({ diagnostic, suppression }) => [diagnostic.code, suppression.comment.reason])).toEqual([
      ["unused-table", "for later"],
    ]);
  });

  test("names the nearest of two comments", () => {
    const text = `${on} disable-file unused-table -- far\n${on} disable-next-line unused-table -- near\ntable t { x }\n${rest}`;
    expect(result(text).suppressed.map(({ suppression }) => suppression.comment.reason)).toEqual(["near"]);
  });

  test("has nothing silenced that smtpd refuses", () => {
    const { verdict, diagnostics, suppressed } = result(`${on} disable-file\nmatch for local action x\n`);
    expect(verdict).toBe("rejected");
    expect(diagnostics.map(({ kind }) => kind)).toEqual(["check"]);
    expect(suppressed).toEqual([]);
  });

  test("has the findings about comments in their places, with the severities of the selection", () => {
    const text = `table t { x }\n${on} disable-line unused-table\n${on} x\nlisten on 0.0.0.0 hostname mail\n${rest}`;
    const { diagnostics } = result(text, {
      rules: { preset: "recommended", severities: { "unused-suppression": "hint" } },
    });
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "unused-table warning",
      "unused-suppression hint",
      "invalid-suppression warning",
      "hostname-not-fqdn warning",
    ]);
  });
});

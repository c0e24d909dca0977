import { describe, expect, test } from "vitest";
import { tableFilesOf } from "../../model/testing.ts";
import { lint } from "../lint.ts";
import { suppressionFix } from "./suppression-fix.ts";

const on = "# smtpd-lint:";
const rest = "action a mbox\nmatch for local action a\n";

/** The text after the fix for the first finding with a code, among those of all rules. */
function silenced(code: string, text: string, files: Readonly<Record<string, string>> = {}): string | undefined {
  const input = { path: "smtpd.conf", text, rules: { preset: "all" }, tableFiles: tableFilesOf(files) } as const;
  const { diagnostics, configuration } = lint(input);
  const diagnostic = diagnostics.find((one) => one.code === code);
  const [edit] = (diagnostic && suppressionFix(diagnostic, configuration)?.edits) ?? [];
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

describe("adds a comment", () => {
  const code = "unused-table";
  const off = `${on} disable-next-line unused-table`;
  test.each([
    ["above a statement", `table t { x }\n${rest}`, `${off}\ntable t { x }\n${rest}`],
    [
      "indented as it is",
      `listen on lo\n \ttable t { x }\n${rest}`,
      `listen on lo\n \t${off}\n \ttable t { x }\n${rest}`,
    ],
    ["above its first line", `table \\\n  t \\\n { x }\n${rest}`, `${off}\ntable \\\n  t \\\n { x }\n${rest}`],
    ["below another comment", `# x\ntable t { x }\n${rest}`, `# x\n${off}\ntable t { x }\n${rest}`],
    [
      "below a comment for another line",
      `${on} disable-line unused-pki\ntable t { x }\n${rest}`,
      `${on} disable-line unused-pki\n${off}\ntable t { x }\n${rest}`,
    ],
    ["at the end of the text", `${rest}table t { x }`, `${rest}${off}\ntable t { x }`],
    ["behind what a backslash joins", `\\\n table t { x }\n${rest}`, `\\\n ${off}\n table t { x }\n${rest}`],
  ])("%s", (_what, text, result) => expect(silenced(code, text)).toBe(result));

  test("above a list, not among its lines", () => {
    const text = 'match from src { "10.0.0.0/8",\n  "10.0.0.1/8" } for any reject\n';
    expect(silenced("network-host-bits", text)).toBe(`${on} disable-next-line network-host-bits\n${text}`);
  });

  test("above the comment that is reported", () => {
    const [text, comment] = [rest, "# x \\\nlisten on lo\n"];
    const expected = `${text}${on} disable-next-line comment-continuation\n${comment}`;
    expect(silenced("comment-continuation", text + comment)).toBe(expected);
    expect(silenced("comment-continuation", expected)).toBeUndefined();
  });

  test("above the statement of a table for what is in its file", () => {
    const text = "table t file:/n\nmatch from src <t> for any reject\n";
    expect(silenced("network-host-bits", text, { "/n": "10.0.0.1/8\n" })).toBe(
      `${on} disable-next-line network-host-bits\n${text}`,
    );
  });

  test("for the whole file where a comment is reported", () => {
    const text = `${rest}${on} x\n`;
    expect(silenced("invalid-suppression", text)).toBe(`${on} disable-file invalid-suppression\n${text}`);
  });
});

describe("adds the code to a comment that is there", () => {
  const code = "unused-table";
  const of = (codes: string) => `${on} disable-next-line ${codes}\n\ntable t { x }\n${rest}`;
  test.each([
    ["one code", of("unused-pki"), of("unused-pki, unused-table")],
    [
      "several codes and a reason",
      of("unused-pki, unused-ca -- why"),
      of("unused-pki, unused-ca, unused-table -- why"),
    ],
  ])("%s", (_what, text, result) => expect(silenced(code, text)).toBe(result));
});

test("nothing silences what smtpd refuses", () => {
  const { diagnostics, configuration } = lint({ path: "smtpd.conf", text: "match for local action x\n" });
  expect(diagnostics.map((diagnostic) => suppressionFix(diagnostic, configuration))).toEqual([undefined]);
});

test("nothing silences what stands on the command line", () => {
  const { diagnostics, configuration } = lint({ path: "smtpd.conf", text: `table t { x }\n${rest}` });
  const source = { kind: "definition", path: "-D", text: "x=y", encoding: "utf8" } as const;
  const [found] = diagnostics.map((diagnostic) => ({ ...diagnostic, span: { source, start: 0, end: 1 } }));
  expect(found && suppressionFix(found, configuration)).toBeUndefined();
  expect(found?.code).toBe("unused-table");
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareCommand, runCommand } from "./command.ts";

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-table-files-"));
  writeFileSync(
    join(folder, "smtpd.conf"),
    'table "aliases" "/aliases"\naction "in" mbox alias <aliases>\nmatch action "in"\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints of a table file of aliases. */
function outputFor(file: string, ...parameters: string[]): string {
  writeFileSync(join(folder, "aliases"), file);
  return runCommand(["--root", ".", ...parameters, "smtpd.conf"], { cwd: folder }).stdout;
}

interface Finding {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly range: { readonly start: object };
}

/** The findings of one code in a table file of aliases. */
function findingsIn(file: string, code: string): Finding[] {
  const { files } = JSON.parse(outputFor(file, "--format", "json")) as { files: { diagnostics: Finding[] }[] };
  return files.flatMap(({ diagnostics }) => diagnostics.filter((finding) => finding.code === code));
}

describe("a finding in the file of a table", () => {
  const file = "# Mail \u{1f4ee}\npostmaster: root\n\nroot : anna\n";

  test("has the line, column and offset of the file", () => {
    const [finding] = findingsIn(file, "table-colon-value");
    expect(finding?.path).toBe("/aliases");
    expect(finding?.range.start).toEqual({ line: 4, column: 6, offset: 33 });
    expect(file.charAt(33)).toBe(":");
  });

  test("is shown with its line, and with the table", () => {
    const output = outputFor(file);
    expect(output).toContain("/aliases:4:6: warning: ");
    expect(output).toContain(" 4 | root : anna\n   |      ^\n");
    expect(output).toContain("= note: smtpd.conf:1:17: The table has its entries from this file.\n");
  });
});

test("of a hundred thousand faults in one file, some are shown", () => {
  const findings = findingsIn("anna : root\n".repeat(100_000), "table-colon-value");
  expect(findings).toHaveLength(21);
  expect(findings[20]?.message).toBe(
    "This and 99979 more places of the file have the same fault as those before them.",
  );
  expect(findings[20]?.range.start).toEqual({ line: 21, column: 6, offset: 20 * 12 + 5 });
});

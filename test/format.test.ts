import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseRelease } from "../packages/smtpd-conf/src/language/releases.ts";
import { formatText } from "../packages/smtpd-conf/src/parser/format/format-text.ts";
import type { ParseInput } from "../packages/smtpd-conf/src/parser/parse-input.ts";

/**
 * Each file below `format/` is a list of cases: `=== title`, options (`--target RELEASE`, `--define NAME=VALUE` with `\n`
 * for a newline), the text, `==>`, and the text as it is to be. An empty line divides the cases.
 */
interface FormatCase {
  readonly title: string;
  readonly input: ParseInput;
  readonly expected: string;
}

const folder = fileURLToPath(new URL("format/", import.meta.url));

function casesIn(file: string): readonly FormatCase[] {
  const text = readFileSync(folder + file, "utf8");
  return text.split(/^=== /m).slice(1).map(caseFrom);
}

function caseFrom(text: string, index: number, { length }: readonly string[]): FormatCase {
  const [, title = "", options = "", before = "", after = ""] =
    /^(.*)\n((?:--.*\n)*)([\s\S]*?)==>\n([\s\S]*)$/.exec(text) ?? [];
  const expected = index < length - 1 ? after.replace(/\n$/, "") : after;
  return { title, input: { path: "smtpd.conf", text: before, ...optionsFrom(options) }, expected };
}

function optionsFrom(text: string): Pick<ParseInput, "target" | "definitions"> {
  const valuesOf = (option: string) =>
    text.split("\n").flatMap((line) => (line.startsWith(`${option} `) ? line.slice(option.length + 1) : []));
  const [target = ""] = valuesOf("--target");
  const definitions = valuesOf("--define").map((definition) => definition.replaceAll("\\n", "\n"));
  return { target: parseRelease(target), definitions };
}

function format(input: ParseInput): string {
  const formatting = formatText(input);
  return formatting.kind === "formatted" ? formatting.text : "(unformattable)";
}

describe.each(readdirSync(folder))("%s:", (file) => {
  const cases = casesIn(file);
  test.each(cases.map((one) => [one.title, one] as const))("%s", (_title, { input, expected }) => {
    expect(format(input)).toBe(expected);
    expect(format({ ...input, text: expected })).toBe(expected);
  });

  test("has cases", () => {
    expect(cases.length).toBeGreaterThan(4);
    for (const { title } of cases) expect(title, basename(file)).not.toBe("");
  });
});

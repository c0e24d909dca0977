import { formatText } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, TextEdit } from "vscode-languageserver-types";
import { getFormatting, getRangeFormatting } from "./formatting.ts";
import type { Snapshot } from "./snapshot.ts";
import { type SnapshotOptions, snapshotOf } from "./testing.ts";

const options: FormattingOptions = { tabSize: 8, insertSpaces: false };

function apply({ document }: Snapshot, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(document, [...edits]);
}

function formatted(text: string, given: SnapshotOptions = {}, wanted: FormattingOptions = options): string {
  const snapshot = snapshotOf(text, given);
  return apply(snapshot, getFormatting(snapshot, wanted));
}

const long = `table t { ${Array.from({ length: 9 }, (_, index) => `"user${index}@example.org"`).join(", ")} }\n`;

describe("a document", () => {
  test.each([
    ["blanks", "  listen   on lo0\n", "listen on lo0\n"],
    ["blank lines", "\n\nadmd x\n\n\n\nadmd y\n\n", "admd x\n\nadmd y\n"],
    ["the end", "admd x", "admd x\n"],
    ["what smtpd refuses", "listen   on\nadmd   x\n", "listen   on\nadmd x\n"],
    ["what is no configuration", "hello   world\n", "hello   world\n"],
    ["nothing", "", ""],
    ["carriage returns", "admd   x\r\n", "admd   x\r\n"],
    [
      "a list that is too long",
      long,
      long.replace(/ \{ /, " { \\\n    ").replaceAll(", ", ", \\\n    ").replace(" }", " \\\n}"),
    ],
  ])("%s", (_what, text, expected) => {
    expect(formatted(text)).toBe(expected);
    const again = formatText({ path: "smtpd.conf", text });
    expect(again.kind === "formatted" ? again.text : text).toBe(expected);
  });

  test("changes only the lines that need it", () => {
    const snapshot = snapshotOf("admd x\nlisten   on lo0\nqueue ttl 4d\n");
    expect(getFormatting(snapshot, options)).toEqual([
      { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 9 } }, newText: "" },
    ]);
  });

  test("of a template stays as it is", () => {
    expect(formatted("admd   {{ x }}\n", { template: "jinja" })).toBe("admd   {{ x }}\n");
  });

  test("for an older release has no list that only newer ones take", () => {
    expect(formatted(long, { target: "7.6" })).toContain("{\n");
    expect(formatted(long, { target: "6.8.0" })).toContain("{ \\\n");
  });

  test.each([
    ["admd   x", "admd x"],
    ["admd x", "admd x"],
    ["admd x\n\n", "admd x\n"],
  ])("gets no newline at its end where none is wanted: %j", (text, expected) => {
    expect(formatted(text, {}, { ...options, insertFinalNewline: false })).toBe(expected);
  });
});

describe("an included file", () => {
  test("has the macros of the others", () => {
    const root = { path: "smtpd.conf", text: 'if = lo0\nkey = "a=b"\ninclude "x"\n' };
    expect(formatted("listen  on  $if\nadmd  $key\n", { root, path: "x" })).toBe("listen on $if\nadmd  $key\n");
  });

  test("has its own macros", () => {
    const root = { path: "smtpd.conf", text: 'include "x"\nadmd $d\n' };
    expect(formatted('d  =  "admd  x"\n$d\nd = y\n', { root, path: "x" })).toBe('d = "admd  x"\n$d\nd = y\n');
  });

  test("can give the macros for the document", () => {
    expect(formatted('include  "x"\nadmd  $d\n', { files: { x: "d = y\n" } })).toBe('include "x"\nadmd $d\n');
  });

  test("is not there for the command line, whose macros count as well", () => {
    expect(formatted("admd  $d\n", { definitions: ["d=y"] })).toBe("admd $d\n");
  });
});

describe("a range", () => {
  const text = "admd   x\nlisten   on lo0\nqueue   ttl 4d\n";

  test("changes what it touches", () => {
    const snapshot = snapshotOf(text);
    const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 12 } };
    expect(apply(snapshot, getRangeFormatting(snapshot, range, options))).toBe(
      "admd   x\nlisten on lo0\nqueue   ttl 4d\n",
    );
  });

  test("is none in a template", () => {
    const snapshot = snapshotOf("admd   {{ x }}\n", { template: "jinja" });
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(getRangeFormatting(snapshot, range, options)).toEqual([]);
  });
});

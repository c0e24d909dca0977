import { join } from "node:path";
import type { Diagnostic, Source } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { fingerprintOf, fingerprints, portablePath } from "./fingerprint.ts";

/** A finding at the first `x` of a text, or at the one of that index. */
function finding(text: string, { path = "smtpd.conf", code = "c", nth = 0, part = undefined as Source["part"] } = {}) {
  const start = text
    .split("x")
    .slice(0, nth + 1)
    .join("x").length;
  const source: Source = { kind: "file", path, text, encoding: "utf8", ...(part && { part }) };
  return { code, span: { source, start, end: start + 1 } } as Diagnostic;
}

const plain = fingerprintOf(finding("table x\n"), 0);

describe("stays the same", () => {
  test.each([
    ["when lines come before it", finding("\n# new\ntable x\n")],
    ["when lines go behind it", finding("table x")],
    ["when blanks change", finding(" \ttable   x \r\n")],
    ["when its column changes", { ...finding("table x\n"), span: { ...finding("table x\n").span, start: 0 } }],
    ["for another spelling of the path", finding("table x\n", { path: "./a/../smtpd.conf" })],
    ["for the whole path", finding("table x\n", { path: join(process.cwd(), "smtpd.conf") })],
  ])("%s", (_what, same) => expect(fingerprintOf(same, 0)).toBe(plain));
});

describe("is another one", () => {
  test.each([
    ["for another line", finding("table y x\n"), 0],
    ["for another rule", finding("table x\n", { code: "d" }), 0],
    ["for another file", finding("table x\n", { path: "a/smtpd.conf" }), 0],
    ["for a second one of the kind", finding("table x\n"), 1],
  ])("%s", (_what, other, occurrence) => expect(fingerprintOf(other, occurrence)).not.toBe(plain));
});

test("is made of hexadecimal digits", () => expect(plain).toMatch(/^[0-9a-f]{20}$/));

test("of the file of a table, only the key of a line is in it", () => {
  const at = (text: string) => fingerprintOf(finding(text, { part: { line: 4, offset: 80 } }), 0);
  expect(at("bob\tx1")).toBe(at("bob: x2"));
  expect(at("bob x1")).not.toBe(at("amy x1"));
});

test("of findings that are alike, each has its own", () => {
  const text = "table x\ntable x\nx\n";
  const [first, second, third] = [0, 1, 2].map((nth) => finding(text, { nth }));
  const [a, b, c] = [first, second, third].map((one) => one as Diagnostic);
  const marks = fingerprints({ diagnostics: [a, b, c] as Diagnostic[] });
  expect(new Set(marks).size).toBe(3);
  expect(marks.slice(0, 2)).toEqual([plain, fingerprintOf(finding("table x\n"), 1)]);
});

describe("a path is written", () => {
  test.each([
    ["from the folder", "/a/b/smtpd.conf", "/a", "b/smtpd.conf"],
    ["as it is, where it leads elsewhere", "/etc/mail/aliases", "/a", "/etc/mail/aliases"],
    ["without detours", "/a/./c/../b.conf", "/a", "b.conf"],
    ["from above", "x.conf", join(process.cwd(), "sub"), "../x.conf"],
    ["for standard input", "<stdin>", process.cwd(), "<stdin>"],
  ])("%s", (_what, path, folder, expected) => expect(portablePath(path, folder)).toBe(expected));
});

test("goes through a text once, however many findings begin in one of its lines", () => {
  let readings = 0;
  const source = {
    kind: "file",
    path: "smtpd.conf",
    encoding: "utf8",
    get text() {
      readings++;
      return "table x\n";
    },
  } as const;
  const diagnostics = Array.from({ length: 100 }, () => ({ code: "a", span: { source, start: 6, end: 7 } }));
  expect(new Set(fingerprints({ diagnostics: diagnostics as unknown as Diagnostic[] })).size).toBe(100);
  expect(readings).toBe(1);
});

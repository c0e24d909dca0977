import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { unifiedDiff } from "./unified-diff.ts";

const plain = { colored: false, shown: false };
const folder = mkdtempSync(join(tmpdir(), "smtpd-lint-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("has names, places and three lines around a change", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\nh\n";
  expect(unifiedDiff("./mail/smtpd.conf", before, before.replace("e", "E"), plain)).toBe(
    "--- a/mail/smtpd.conf\n+++ b/mail/smtpd.conf\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n",
  );
});

test("says nothing of texts that are the same", () => expect(unifiedDiff("a", "b\n", "b\n", plain)).toBe(""));

test("shows a terminal nothing that it would obey", () => {
  const before = "a \x1b]0;title\x07\r\n\u202e\n";
  expect(unifiedDiff("x", before, `${before}b\t\x9b2J\n`, { colored: false, shown: true })).toBe(
    "--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a ␛]0;title␇␍\n <U+202E>\n+b\t<U+009B>2J\n",
  );
  expect(unifiedDiff("x", "a\n", "\x1b[1mb\n", { colored: true, shown: false })).toBe(
    "\x1b[1m--- a/x\x1b[0m\n\x1b[1m+++ b/x\x1b[0m\n\x1b[34m@@ -1,1 +1,1 @@\x1b[0m\n\x1b[1;31m-a\x1b[0m\n\x1b[32m+␛[1mb\x1b[0m\n",
  );
});

/** Has a program apply a diff; gives what the file holds then. */
function patched(command: readonly string[], path: string, before: string, after: string, encoding: BufferEncoding) {
  const place = mkdtempSync(join(folder, "patched-"));
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), before, encoding);
  const [program = "", ...parameters] = command;
  const input = Buffer.from(unifiedDiff(path, before, after, plain), encoding);
  const { status, stderr, error } = spawnSync(program, parameters, { cwd: place, input, encoding: "utf8" });
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return readFileSync(join(place, path), encoding);
}

const programs = [
  ["patch", "-p1"],
  ["git", "apply", "-"],
];

const many = Array.from({ length: 6000 }, (_, index) => `line ${index}\n`).join("");

const changes: readonly [what: string, path: string, before: string, after: string, encoding?: BufferEncoding][] = [
  ["a line in the middle", "smtpd.conf", "a\nb\nc\n", "a\nB\nc\n"],
  ["several hunks", "etc/mail/smtpd.conf", `x\n${"-\n".repeat(20)}y\n`, `X\n${"-\n".repeat(20)}Y\n`],
  ["no newline before", "smtpd.conf", "a\nb", "a\nb\n"],
  ["no newline behind", "smtpd.conf", "a\nb\n", "a\nb"],
  ["no newline at all", "smtpd.conf", "a\nb", "A\nb"],
  ["lines that end with CR LF", "smtpd.conf", "a\r\nb\r\nc\r\n", "a\nb\nc\n"],
  ["CR LF that stays", "smtpd.conf", "a\r\nb\r\n", "a\r\nc\r\n"],
  ["control characters", "smtpd.conf", "a\x1b[0m\n\x07\u2028\f\v\n", "a\x1b[0m\nb\u2028\f\v\n"],
  ["lines that look like headers", "smtpd.conf", "-- a b\n@@ -1 +1 @@\n", "++ a b\n@@ -1 +1 @@\n"],
  ["an empty file", "smtpd.conf", "", "a\n"],
  ["everything gone", "smtpd.conf", "a\nb\n", ""],
  ["a name with spaces", "my mail/smtpd 1.conf", "a\nb\n", "a\nB\n"],
  ["a name beyond ASCII", "caf\u00e9/smtpd.conf", "a\nb\n", "a\nB\n"],
  ["a name with quotes and backslashes", 'a"b\\c', "a\nb\n", "a\nB\n"],
  ["bytes that are not UTF-8", "smtpd.conf", "# caf\xe9\nb\n", "# caf\xe9\nB\n", "latin1"],
  ["more changes than it is worth looking for", "smtpd.conf", many, many.replaceAll("line", "row").slice(0, -1)],
];

for (const command of programs) {
  test.each(changes)(`${command.join(" ")} takes it: %s`, (_what, path, before, after, encoding = "utf8") => {
    expect(patched(command, path, before, after, encoding)).toBe(after);
  });
}

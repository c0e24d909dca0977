import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { writeAtomically } from "./write-atomically.ts";

const root = mkdtempSync(join(tmpdir(), "smtpd-lint-write-"));
afterAll(() => rmSync(root, { recursive: true }));

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "folder-"));
  file = join(folder, "smtpd.conf");
  writeFileSync(file, "old\n");
});

const read = (path: string) => readFileSync(path, "latin1");
const refused = (words: string) => ({ kind: "refused", words });

test("replaces what a file holds, and leaves nothing else", () => {
  expect(writeAtomically(file, "new\n")).toEqual({ kind: "written", otherNames: 0 });
  expect(read(file)).toBe("new\n");
  expect(readdirSync(folder)).toEqual(["smtpd.conf"]);
});

test("writes bytes as they are", () => {
  writeAtomically(file, Buffer.from("caf\xe9\n", "latin1"));
  expect(read(file)).toBe("caf\xe9\n");
});

test("makes a file where there is none", () => {
  const path = join(folder, "another.conf");
  expect(writeAtomically(path, "new\n")).toEqual({ kind: "written", otherNames: 0 });
  expect(read(path)).toBe("new\n");
  expect(statSync(path).mode & 0o777).toBe(0o666 & ~process.umask());
});

test.each([0o600, 0o640, 0o644, 0o755, 0o4755])("keeps the mode %o", (mode) => {
  chmodSync(file, mode);
  writeAtomically(file, "new\n");
  expect(statSync(file).mode & 0o7777).toBe(mode);
});

test("follows links, which stay", () => {
  const [first, second] = [join(root, "first"), join(folder, "second")];
  symlinkSync(second, first);
  symlinkSync("smtpd.conf", second);
  writeAtomically(first, "new\n");
  expect(lstatSync(first).isSymbolicLink() && lstatSync(second).isSymbolicLink()).toBe(true);
  expect(read(file)).toBe("new\n");
});

test("says how many other names keep the old text", () => {
  linkSync(file, join(folder, "other"));
  expect(writeAtomically(file, "new\n")).toEqual({ kind: "written", otherNames: 1 });
  expect(read(join(folder, "other"))).toBe("old\n");
});

test("does not write over what somebody else has written meanwhile", () => {
  const before = Buffer.from("older\n");
  expect(writeAtomically(file, "new\n", { before })).toEqual(refused("it was changed while it was being checked"));
  expect([read(file), readdirSync(folder)]).toEqual(["old\n", ["smtpd.conf"]]);
  expect(writeAtomically(file, "new\n", { before: Buffer.from("old\n") }).kind).toBe("written");
});

test.each([
  ["a folder", () => folder, "it is a directory"],
  ["a device", () => "/dev/null", "it is not a regular file"],
  ["a link to nothing", () => linkTo("nowhere"), "it is a link to a file that does not exist"],
  ["a link to itself", () => linkTo("link"), "the system refuses it (ELOOP)"],
  ["a file in no folder", () => join(folder, "none/smtpd.conf"), "its folder does not exist"],
  ["a name that is too long", () => join(folder, "x".repeat(300)), "the system refuses it (ENAMETOOLONG)"],
])("refuses %s", (_what, path, words) => expect(writeAtomically(path(), "new\n")).toEqual(refused(words)));

function linkTo(target: string): string {
  symlinkSync(target, join(folder, "link"));
  return join(folder, "link");
}

test("leaves nothing behind where the new name cannot be taken", () => {
  // Only with what was read can the file be gone by the time it is compared.
  expect(writeAtomically(join(folder, "gone"), "new\n", { before: Buffer.from("") }).kind).toBe("refused");
  expect(readdirSync(folder)).toEqual(["smtpd.conf"]);
});

test("removes what a write that was ended left behind, and nothing else", () => {
  const hex = "0123456789ab";
  const gone = 2 ** 30;
  const names = [`.smtpd-lint-${process.pid}-${hex}.tmp`, `.smtpd-lint-${gone}-${hex}.tmp`];
  const others = [`.smtpd-lint-${process.ppid}-${hex}.tmp`, `.smtpd-lint-${gone}.tmp`, ".smtpd-lint.tmp"];
  for (const name of [...names, ...others]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, `.smtpd-lint-${gone}-ffffffffffff.tmp`));
  writeAtomically(file, "new\n");
  expect(readdirSync(folder).sort()).toEqual([...others, `.smtpd-lint-${gone}-ffffffffffff.tmp`, "smtpd.conf"].sort());
});

test.skipIf(process.getuid?.() !== 0)("keeps owner and group (asked of root only)", () => {
  chownSync(file, 1234, 5678);
  writeAtomically(file, "new\n");
  const { uid, gid } = statSync(file);
  expect([uid, gid]).toEqual([1234, 5678]);
});

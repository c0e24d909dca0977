import { expect, test } from "vitest";
import { coversPath, openGlobs } from "./globs.ts";

test.each<[string, string, boolean]>([
  ["smtpd.conf", "smtpd.conf", true],
  ["smtpd.conf", "a/b/smtpd.conf", true],
  ["smtpd.conf", "a/xsmtpd.conf", false],
  ["/smtpd.conf", "smtpd.conf", true],
  ["/smtpd.conf", "a/smtpd.conf", false],
  ["./a.conf", "b/a.conf", true],
  ["a/*.conf", "a/b.conf", true],
  ["a/*.conf", "c/a/b.conf", false],
  ["a/*.conf", "a/b/c.conf", false],
  ["a/**", "a/b/c.conf", true],
  ["**/x", "x", true],
  ["old", "a/old", true],
  ["old/", "a/old", true],
  ["a/old/", "a/old", true],
  ["*.conf", "a/.hidden.conf", true],
  ["**/*.conf", ".a/b.conf", true],
  ["{a,b}/*.conf", "b/x.conf", true],
  ["!a", "b", false],
  ["!a", "!a", true],
  ["#a", "#a", true],
  ["a b/[x]", "a b/x", true],
])("%j means %j: %j", (pattern, path, matches) => expect(openGlobs([pattern])(path)).toBe(matches));

test("no globs mean nothing", () => expect(openGlobs([])("a")).toBe(false));

test.each([
  ["old", "a/old/b/smtpd.conf", true],
  ["a/old", "a/old/b/smtpd.conf", true],
  ["a/old", "b/a/old/smtpd.conf", false],
  ["*.conf", "a/b.conf", true],
  ["b", "a/c", false],
])("%j covers %j: %j", (pattern, path, covers) => expect(coversPath(openGlobs([pattern]), path)).toBe(covers));

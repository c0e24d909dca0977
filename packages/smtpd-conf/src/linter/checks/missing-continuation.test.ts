import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectFixed, expectMarked, expectNoFix, expectSilent } from "../testing.ts";

const code = "missing-continuation";

test("marks the end of a line that is not complete, with the rest below", () => {
  expectMarked(code, "match from any<||>\n  reject\n");
  expectMarked(code, 'action "a"<||>\n\tmaildir "x" junk\n');
});

test("marks an option on a line of its own below one that is complete", () => {
  expectMarked(code, "listen on lo\n  <|port|> 25\n");
  expectMarked(code, "action a mbox\n  <|alias|> <x> \\\n  user y\n");
});

test("is one message for one mistake", () => {
  const text = 'action a mbox\nmatch from any for domain "x"\n    action "a"\n';
  expect(lint({ path: "smtpd.conf", text }).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("adds the backslash", () => {
  expectFixed(code, "match from any\n  reject\n", "match from any \\\n  reject\n");
  expectFixed(code, "listen on lo \n  port 25\n", "listen on lo \\\n  port 25\n");
});

test("adds none after a comment, which would go on then", () => expectNoFix(code, "listen on lo # all\n  port 25\n"));

test("has nothing to say where the next line is not indented, or a statement", () => {
  expectSilent(code, "match from any\nreject\n");
  expectSilent(code, "match from any\n  match reject\n");
  expectSilent(code, "# x\n  port 25\n");
});

test("leaves blanks after a backslash to whitespace-after-continuation", () =>
  expectSilent(code, "match from any \\ \n  reject\n"));

import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

const code = "whitespace-after-continuation";

test("marks the backslash and the blanks where the line is not complete", () => {
  expectMarked(code, "match from any <|\\ |>\n  reject\n");
  expectMarked(code, "action a <|\\\t \t|>\nmaildir\n");
});

test("marks it where the line is complete, and the next one makes no sense", () => {
  expectMarked(code, "listen on lo <|\\ |>\n  port 25\n");
  expectMarked(code, "action a mbox <|\\ |>\n  alias <x>\n");
});

test("removes the blanks", () => {
  expectFixed(code, "match from any \\  \n  reject\n", "match from any \\\n  reject\n");
  expectFixed(code, "listen on lo \\ \n  port 25\n", "listen on lo \\\n  port 25\n");
});

test("is one message for one mistake", () => {
  const text = 'action a \\ \n  maildir\nmatch for local action "a"\n';
  expect(lint({ path: "smtpd.conf", text }).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("is content with a backslash at the very end", () =>
  expectSilent(code, "listen on lo \\\n  port 25\nmatch reject\n"));

test("has nothing to say where smtpd is content too", () => expectSilent(code, "match reject \\ \nmatch reject\n"));

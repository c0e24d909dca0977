import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "crlf-line-endings";

test("marks the first carriage return that smtpd refuses, and no other", () => {
  expectMarked(code, 'action "in" mbox<|\r|>\nmatch for any action "in"\r\n');
  expectMarked(code, '# mail\r\n<|\r|>\naction "in" mbox\r\n');
});

test("marks the first one of each file", () =>
  expectMarked(code, 'include "more.conf"\naction "in" mbox<|\r|>\nmatch for any action "in"\r\n', {
    files: { "more.conf": "queue compression<|\r|>\nqueue encryption\r\n" },
  }));

test("is content with one in a comment or a string", () => {
  expectSilent(code, '# mail\r\naction "in" mbox\n');
  expectSilent(code, 'action "in" maildir "/var/mail\r\n/x"\n');
});

test("takes a continued line for the same mistake", () => {
  const text = 'queue compression\r\naction "in" mbox \\\r\n  alias <a>\r\n';
  expectMarked(code, text.replace("\r", "<|\r|>"));
});

test("ends all lines as Unix does, also those of comments", () =>
  expectFixed(code, '# mail\r\naction "in" mbox\r\n', '# mail\naction "in" mbox\n'));

test("makes newlines of carriage returns where there are no newlines at all", () =>
  expectFixed(code, 'action "in" mbox\rmatch for any action "in"\r', 'action "in" mbox\nmatch for any action "in"\n'));

test("knows a stray one within a line, and leaves it to the author", () => {
  expectMarked(code, "table x { a<|\r|>b }\n");
  expectMessage(code, "table x { a\rb }\n", {
    message: "There is a carriage return within this line, and smtpd takes it for a mistake.",
    help: "Remove it.",
  });
  expectNoFix(code, "table x { a\rb }\n");
});

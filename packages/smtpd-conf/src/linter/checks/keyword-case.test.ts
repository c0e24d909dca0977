import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "keyword-case";

test("marks the first word of a statement", () => {
  expectMarked(code, "<|Listen|> on lo\n");
  expectMarked(code, "<|TABLE|> x { a }\n<|Include|> x\n");
  expectMarked(code, "<|LISTEN|> ON lo\n");
});

test("marks the words behind it", () => {
  expectMarked(code, "listen <|On|> lo\n");
  expectMarked(code, "queue <|TTL|> 4d\n");
  expectMarked(code, "match <|For|> any reject\nmatch for <|ANY|> reject\nmatch for any <|Reject|>\n");
  expectMarked(code, 'action "in" <|Mbox|>\naction "out" relay <|TLS|>\n');
});

test("has nothing to say of names and values", () => {
  expectSilent(code, 'Listen = "lo"\nlisten on $Listen tag TLS\n');
  expectSilent(code, 'action Relay mbox\ntable Domain { Any }\naction "in" maildir Junk\n');
});

test("has nothing to say of a keyword that could not stand there either", () => {
  expectSilent(code, "match for any Mbox\n");
  expectSilent(code, "Recipient foo\n");
});

test("leaves quoted words to others", () => expectSilent(code, '"Listen" on lo\nmatch for "Any" reject\n'));

test("writes it in lower case", () => {
  expectFixed(code, "Listen on lo\n", "listen on lo\n");
  expectFixed(code, "listen on lo TLS\n", "listen on lo tls\n");
  expectNoFix(code, 'mode = "TLS"\nlisten on lo $mode\n');
});

test("says why", () =>
  expectMessage(code, "Listen on lo\n", {
    message: '"Listen" is not a keyword: smtpd knows keywords in lower case only.',
    help: 'Write "listen".',
  }));

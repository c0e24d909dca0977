import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "stray-semicolon";

test("marks a semicolon after a keyword", () => {
  expectMarked(code, "match reject<|;|>\n");
  expectMarked(code, "action a maildir<|;|>\n");
  expectMarked(code, "queue compression<|;|>\n");
});

test("marks a semicolon on its own", () => {
  expectMarked(code, "match reject <|;|>\n");
  expectMarked(code, 'action "a" mbox\nmatch for any action "a"<|;|>\n');
});

test("marks the one between two statements", () => {
  expectMarked(code, "listen on lo <|;|> listen on ::1\n");
  expectMarked(code, "queue ttl 4d<|;|> queue compression\n");
});

test("removes it, or begins a new line", () => {
  expectFixed(code, "match reject;\n", "match reject\n");
  expectFixed(code, "queue ttl 4d; queue compression\n", "queue ttl 4d\n queue compression\n");
});

test("has nothing to say of one in quotes, a comment or a word that smtpd takes", () => {
  expectSilent(code, 'mda wrapper w "a; b"\nmatch reject # no;\n');
  expectSilent(code, "listen on lo tag a;b\n");
});

test("leaves a name with a semicolon to undefined-action", () =>
  expectSilent(code, "action a mbox\nmatch for any action a;\n"));

test("says what ends a statement", () =>
  expectMessage(code, "match reject;\n", {
    message: "smtpd.conf has no semicolons: a statement ends with its line.",
    help: "Remove it.",
  }));

import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "misspelled-keyword";

test("marks a word near a keyword that could stand there", () => {
  expectMarked(code, "match <|form|> any reject\nmatch for any <|rejct|>\n");
  expectMarked(code, 'action "in" <|maildri|>\naction "in" mbox <|allias|> <a>\n');
  expectMarked(code, "listen on lo <|tls-requires|>\nlisten on lo tls <|hostame|> a\n");
  expectMarked(code, "filter f phase <|conect|> match fcrdns junk\npki a <|cret|> b\n");
});

test("marks the macro that it comes from", () => {
  expectMarked(code, 'mode = "tsl"\nlisten on lo <|$mode|>\n');
  expectNoFix(code, 'mode = "tsl"\nlisten on lo $mode\n');
});

test("leaves the first word to unknown-directive", () => expectSilent(code, "lisen on lo\n"));

test("has nothing to say of a word that is far from all of them", () =>
  expectSilent(code, "listen on lo encrypted\nmatch to local reject\n"));

test("does not suggest a keyword that could not stand there", () => expectSilent(code, "match for any mbx\n"));

test("leaves quoted words to others", () => expectSilent(code, 'match "form" any reject\n'));

test("names the nearest ones, and first the one with the same letters", () => {
  expectMessage(code, "match form any reject\n", {
    message: 'smtpd knows no keyword "form".',
    help: 'Did you mean "from" or "for"?',
  });
  expectMessage(code, "listen on lo hostame a\n", { help: 'Did you mean "hostname" or "hostnames"?' });
});

test("writes the nearest one", () => {
  expectFixed(code, "match form any reject\n", "match from any reject\n");
  expectFixed(code, "match rcptto a reject\n", "match rcpt-to a reject\n");
});

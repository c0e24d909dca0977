import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "quoted-number";

test("marks digits in quotes", () => {
  expectMarked(code, 'smtp limit max-rcpt <|"500"|>\n');
  expectMarked(code, "mta max-deferred <|'100'|>\n");
});

test("marks a number with a unit", () => {
  expectMarked(code, "mta limit max-conn-per-host <|10k|>\n");
  expectMessage(code, "mta max-deferred 1k\n", {
    message: '"1k" is not a number.',
    help: "Write digits only, without a unit.",
  });
});

test("removes the quotes", () => expectFixed(code, 'mta max-deferred "100"\n', "mta max-deferred 100\n"));

test("has no fix for a unit, or for what a macro brought", () => {
  expectNoFix(code, "mta max-deferred 1k\n");
  expectNoFix(code, "n = '\"100\"'\nmta max-deferred $n\n");
});

test("is content with a macro whose value is read again as a number", () =>
  expectSilent(code, 'n = "100"\nmta max-deferred $n\n'));

test("has nothing to say where a string can stand too", () => {
  expectSilent(code, 'listen on lo port "25"\n');
  expectSilent(code, 'smtp max-message-size "1000"\n');
});

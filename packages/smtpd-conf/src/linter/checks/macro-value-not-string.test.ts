import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "macro-value-not-string";

test("marks a number and a keyword", () => {
  expectMarked(code, "a = <|25|>\n");
  expectMarked(code, "a = <|-5|>\n");
  expectMarked(code, "a = <|local|> # comment\n");
});

test("marks the whole of a list, a table and several words", () => {
  expectMarked(code, "a = <|{ b, c }|>\n");
  expectMarked(code, "a = <|<users>|>\n");
  expectMarked(code, 'a = <|b "c" d|> # comment\n');
});

test("marks the macro that the value comes from", () => {
  expectMarked(code, 'a = "25"\nb = <|$a|>\n');
  expectNoFix(code, 'a = "25"\nb = $a\n');
});

test("is content with one word or string", () => {
  expectSilent(code, 'a = b\nc = "25"\nd = 10.0.0.1\ne = \'"/etc/x"\'\nf = 4d\n');
});

test("has nothing to say of other statements, or of no value at all", () => {
  expectSilent(code, "lisen on lo\n");
  expectSilent(code, "a =\n");
  expectSilent(code, "a = /etc/x\n");
});

test("names what it is", () => {
  const help = 'Put it in quotes: "25". Where the macro is used, smtpd reads it again as what it is.';
  expectMessage(code, "a = 25\n", { message: "The value of a macro is one string, and this is a number.", help });
  expectMessage(code, "a = local\n", { message: "The value of a macro is one string, and this is a keyword." });
  expectMessage(code, "a = { b }\n", { message: "The value of a macro is one string, and this is a list." });
  expectMessage(code, "a = b c\n", { message: "The value of a macro is one string, and this is more than one word." });
});

test("puts the whole value in quotes", () => {
  expectFixed(code, "a = 25 # mx\n", 'a = "25" # mx\n');
  expectFixed(code, "a = 25 26\n", 'a = "25 26"\n');
  expectFixed(code, "a = { b, c }\n", 'a = "{ b, c }"\n');
  expectFixed(code, 'a = { "b", "c" }\n', 'a = \'{ "b", "c" }\'\n');
});

test("finds no quotes for a value that has both kinds, or goes over several lines", () => {
  expectNoFix(code, "a = { \"b\", 'c' }\n");
  expectNoFix(code, "a = { b\n c }\n");
});

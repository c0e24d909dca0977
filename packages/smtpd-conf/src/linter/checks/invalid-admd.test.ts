import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "invalid-admd";

test("marks a string with a character that is not ASCII", () => expectMarked(code, 'admd <|"exämple.org"|>\n'));

test("marks control characters", () => {
  expectMarked(code, 'admd <|"a\tb"|>\n');
  expectMarked(code, 'admd <|"a\u007fb"|>\n');
});

test("marks the macro that it comes from", () => expectMarked(code, "name = \"'exämple.org'\"\nadmd <|$name|>\n"));

test("is content with all that is printable, from blank to ~", () => {
  expectSilent(code, "admd mail.example.org\n");
  expectSilent(code, 'admd " a~"\nadmd ""\n');
});

test("takes a string over two lines without its newline, as smtpd does", () => expectSilent(code, 'admd "a\nb"\n'));

test("names the character", () => {
  expectMessage(code, 'admd "exämple.org"\n', {
    message: '"ä" is not printable ASCII, and smtpd takes nothing else in the administrative domain.',
    help: "Write an international domain in its ASCII form (xn--…).",
  });
  expectMessage(code, 'admd "a\tb"\n', {
    message: "A control character is not printable ASCII, and smtpd takes nothing else in the administrative domain.",
    help: "Remove it.",
  });
});

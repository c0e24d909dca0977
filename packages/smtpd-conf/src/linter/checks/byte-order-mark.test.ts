import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "byte-order-mark";
const rest = 'action "in" mbox\nmatch for any action "in"\n';

test("marks the mark at the start of the file", () => expectMarked(code, `<|\ufeff|>${rest}`));

test("marks it before a comment and before an empty line", () => {
  expectMarked(code, `<|\ufeff|># mail\n${rest}`);
  expectMarked(code, `<|\ufeff|>\n${rest}`);
});

test("marks three characters where the file was read a byte at a time", () =>
  expectMarked(code, `<|\u00ef\u00bb\u00bf|>${rest}`, { encoding: "latin1" }));

test("marks it in an included file", () =>
  expectMarked(code, `include "more.conf"\n${rest}`, { files: { "more.conf": '<|\ufeff|>admd "example.org"\n' } }));

test("has nothing to say of the same character further down", () => {
  expectSilent(code, `\n\ufeff${rest}`);
  expectSilent(code, `admd "\ufeff"\n${rest}`);
});

test("removes it", () => expectFixed(code, `\ufeff${rest}`, rest));

test("knows the marks of UTF-16, which it cannot mend", () => {
  const text = "\u00ff\u00feq\0u\0e\0u\0e\0\n\0";
  expectMarked(code, "<|\u00ff\u00fe|>q\0u\0e\0u\0e\0\n\0", { encoding: "latin1" });
  expectMessage(
    code,
    text,
    { message: "The file is UTF-16, with two bytes a character, and smtpd reads single bytes." },
    { encoding: "latin1" },
  );
  expectNoFix(code, text, { encoding: "latin1" });
});

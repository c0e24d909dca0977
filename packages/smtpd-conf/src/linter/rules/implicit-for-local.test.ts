import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "implicit-for-local";
const head = 'action "r" relay\naction "d" maildir\n';

describe("reports a rule without for", () => {
  test.each([
    `${head}<|match from src "192.0.2.1"|> reject\nmatch for any action "d"\n`,
    `${head}<|match from any|> reject\nmatch from any for any action "d"\n`,
    `${head}<|match mail-from "@example.org"|> reject\nmatch for any action "r"\n`,
    `${head}<|match from src "192.0.2.1"|> action "r"\n`,
    `${head}<|match auth|> action "r"\n`,
    `${head}<|match tag T|> action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent", () => {
  test.each([
    `${head}match for any action "r"\nmatch from any reject\n`,
    `${head}match from any for local reject\n`,
    `${head}match from any for any reject\n`,
    `${head}match from any !for local reject\n`,
    `${head}match from any for rcpt-to "anna" reject\n`,
    `${head}match from any action "d"\n`,
    `${head}match action "d"\n`,
    `${head}match action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what becomes of the mail", () => {
  expectMessage(code, `${head}match from any reject\nmatch from any for any action "d"\n`, {
    message:
      "This rule rejects only mail for localhost and the names of this machine: without for, that is what a rule is for.",
  });
});

test("suggests for any", () => {
  expectFixed(
    code,
    `${head}match from src "192.0.2.1" action "r"\n`,
    `${head}match from src "192.0.2.1" for any action "r"\n`,
  );
});

test("does not touch what a macro wrote", () => {
  expectNoFix(code, `${head}f = "from any"\nmatch $f reject\nmatch for any action "d"\n`);
  expectNoFix(code, `${head}t = "A reject"\nmatch from any tag $t\nmatch for any action "d"\n`);
});

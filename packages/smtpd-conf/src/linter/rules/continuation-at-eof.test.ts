import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "continuation-at-eof";
const rest = "action a mbox\nmatch for local action a";

describe("reports", () => {
  test.each([`${rest} <|\\|>\n`, `${rest} <|\\|>`, `${rest}\n<|\\|>\n`, `${rest}\nmatch <|\\|>\n`])("%j", (text) =>
    expectMarked(code, text),
  );

  test("an included file", () => {
    expectMarked(code, `include "/i"\n${rest}\n`, { files: { "/i": "listen on lo <|\\|>\n" } });
  });
});

describe("is silent about", () => {
  test.each([`${rest}\n`, rest, `${rest} \\\n\n`, `${rest} \\ \n`, `${rest}\n# x \\\n`, ""])("%j", (text) =>
    expectSilent(code, text),
  );
});

test("says that something may be missing", () => {
  expectMessage(code, `${rest} \\\n`, {
    message: "Nothing follows this backslash at the end of the file, and smtpd takes the statement to be complete.",
    help: "Look whether a line is missing; else remove the backslash.",
  });
});

test("removes the backslash", () => expectFixed(code, `${rest}\\\n`, `${rest}\n`));

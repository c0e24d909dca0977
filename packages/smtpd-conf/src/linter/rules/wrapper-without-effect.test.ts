import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "wrapper-without-effect";
const wrappers = 'mda wrapper v "/bin/v %{mda}"\nmda wrapper w "/bin/w %{mda}"\n';

describe("reports", () => {
  test.each([
    `${wrappers}action a forward-only <|wrapper w|>\n`,
    `${wrappers}action a forward-only <|wrapper v|> alias { a = b } <|wrapper w|>\n`,
    `${wrappers}action a maildir <|wrapper v|> wrapper w\n`,
    `${wrappers}action a mda "/bin/m" <|wrapper v|> user u <|wrapper v|> wrapper w\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${wrappers}action a maildir wrapper v\n`,
    `${wrappers}action a expand-only alias { a = "|/bin/x" } wrapper v\n`,
    "action a forward-only\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says why", () => {
  expectMessage(code, `${wrappers}action a forward-only wrapper w\n`, {
    message: '"forward-only" runs no command, so there is nothing to wrap.',
    help: "Remove the wrapper.",
  });
  expectMessage(code, `${wrappers}action a maildir wrapper v wrapper w\n`, {
    message: "Of several wrappers smtpd runs only the last one.",
  });
});

test("points at the wrapper that counts", () => {
  expectRelated(code, `${wrappers}action a maildir wrapper v <|wrapper w|>\n`);
});

test("suggests to remove it", () => {
  expectFixed(code, `${wrappers}action a maildir wrapper v wrapper w\n`, `${wrappers}action a maildir wrapper w\n`);
  expectNoFix(code, `o = "wrapper v"\n${wrappers}action a maildir $o wrapper w\n`);
});

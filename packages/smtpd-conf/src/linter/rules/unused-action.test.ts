import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-action";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a mbox\naction <|b|> relay\n${rest}`,
    `action <|"b"|> maildir alias { x = y }\naction a mbox\n${rest}`,
    `action a mbox\naction <|b|> relay\nmatch for local reject\n${rest}`,
    `action a mbox\naction <|A|> mbox\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("every action where all rules refuse", () => expectMarked(code, "action <|a|> mbox\nmatch for any reject\n"));
});

describe("is silent about", () => {
  test.each([
    `action a mbox\n${rest}`,
    `action a mbox\n${rest}match for any action "a"\n`,
    `name = a\naction a mbox\nmatch for local action $name\n`,
  ])("%j", (text) => expectSilent(code, text));

  test("a configuration that smtpd refuses", () => expectSilent(code, "action a mbox\nmatch for local action b\n"));
});

test("names the way out", () => {
  expectMessage(code, `action a mbox\naction b relay\n${rest}`, {
    message: 'No rule names the action "b".',
    help: 'Write a match statement that ends in: action "b", or delete it.',
  });
});

test("suggests to delete the statement with its line", () => {
  expectFixed(code, `action a mbox\naction b relay host \\\n  x\n${rest}`, `action a mbox\n${rest}`);
});

test("does not touch what a macro wrote", () => {
  expectNoFix(code, `how = "relay"\naction a mbox\naction b $how\n${rest}`);
});

test("names: those that may be unused", () => {
  expectMarked(code, `action a mbox\naction old-a relay\naction <|b|> relay\n${rest}`, { given: { names: ["old-*"] } });
});

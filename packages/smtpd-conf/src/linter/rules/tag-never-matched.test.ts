import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "tag-never-matched";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `listen on lo <|tag x|>\n${rest}`,
    `listen on lo <|tag "x y"|> port 25\n${rest}`,
    `listen on socket <|tag x|>\n${rest}`,
    `listen on lo <|tag x|>\nlisten on lo1 tag X\n${rest}`,
    `listen on lo <|tag x|>\nlisten on lo1 tag y\naction a mbox\nmatch tag y action a\n`,
    `listen on lo <|tag x|>\naction a mbox\nmatch tag regex "^y" action a\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `listen on lo tag x\naction a mbox\nmatch tag X action a\n`,
    `listen on lo tag x\naction a mbox\nmatch !tag x action a\n`,
    `listen on lo tag x\naction a mbox\nmatch tag { y, x } action a\n`,
    `listen on lo tag x\naction a mbox\nmatch tag regex "^X$" action a\n`,
    `listen on lo tag x\naction a mbox\nmatch tag regex "(" action a\n`,
    `listen on lo tag x\ntable t { x }\naction a mbox\nmatch tag <t> action a\n`,
    `listen on lo tag x\ntable t "/t"\naction a mbox\nmatch tag <t> action a\n`,
    `listen on lo\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("names the way out", () => {
  expectMessage(code, `listen on lo tag x\n${rest}`, {
    message: 'No rule asks for the tag "x".',
    help: "Write tag x in the rule that is meant for this listener, or remove it.",
  });
});

test("suggests to remove the tag", () => {
  expectFixed(code, `listen on lo tag x port 25\n${rest}`, `listen on lo port 25\n${rest}`);
});

test("does not touch what a macro wrote", () => expectNoFix(code, `t = "tag x"\nlisten on lo $t\n${rest}`));

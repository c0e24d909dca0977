import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "macro-in-word";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `srv = "mx1"\naction a relay host smtp://<|$srv|>\n${rest}`,
    `m = x\nadmd a.<|$m|>.b\naction a mbox\n${rest}`,
    `m = x\nn = y\nadmd $m<|$n|>\naction a mbox\n${rest}`,
    `m = x\nn = a<|$m|>\nadmd $n\naction a mbox\n${rest}`,
    `m = x\ntable t { a<|$m|>, b<|$m|> = y\n`,
    `admd a<|$m|>\nm = x\naction a mbox\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("one of the command line", () => {
    expectMarked(code, `admd a<|$m|>\naction a mbox\n${rest}`, { definitions: ["m=x"] });
  });
});

describe("is silent about", () => {
  test.each([
    `m = x\nadmd $m.org\naction a mbox\n${rest}`,
    `m = x\nadmd "a$m"\naction a mbox\n${rest}`,
    `m = x\nadmd a$n\naction a mbox\n${rest}`,
    `m = x\nadmd a$\naction a mbox\n${rest}`,
    `m = x\nn = 'a$m'\nadmd $n\naction a mbox\n${rest}`,
    `m = x\n# admd a$m\naction a mbox\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what smtpd does, and shows the value", () => {
  expectMessage(code, `srv = "mx1"\naction a relay host smtp://$srv:25\n${rest}`, {
    message: 'smtpd replaces a macro only where a word begins, so "$srv" stays as it is.',
    help: "Put the whole word into the macro, or write out its value: smtp://mx1:25.",
  });
  expectRelated(code, `srv = "<|mx1|>"\naction a relay host smtp://$srv:25\n${rest}`);
});

test("suggests to write out the value", () => {
  expectFixed(
    code,
    `srv = "mx1"\naction a relay host smtp://$srv:25\n${rest}`,
    `srv = "mx1"\naction a relay host smtp://mx1:25\n${rest}`,
  );
});

test("does not write out what cannot stand in a word", () => {
  const text = `m = "x y"\nadmd a$m\naction a mbox\n${rest}`;
  expectNoFix(code, text);
  expectMessage(code, text, { help: "Put the whole word into the macro." });
});

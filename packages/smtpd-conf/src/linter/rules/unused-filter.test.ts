import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-filter";
const rest = "action a mbox\nmatch for local action a\n";
const phase = "phase connect match rdns junk";

describe("reports", () => {
  test.each([
    `filter <|f|> ${phase}\n${rest}`,
    `filter <|"f"|> proc-exec "x"\n${rest}`,
    `proc p "x"\nfilter <|f|> proc p\n${rest}`,
    `filter f ${phase}\nfilter <|g|> ${phase}\nlisten on lo filter f\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("a chain, but not the filters in it", () => {
    expectMarked(code, `filter f ${phase}\nfilter <|c|> chain { f }\n${rest}`);
  });
});

describe("is silent about", () => {
  test.each([
    `filter f ${phase}\nlisten on lo filter f\n${rest}`,
    `filter f ${phase}\nlisten on socket filter "f"\n${rest}`,
    `filter f ${phase}\nfilter g ${phase}\nlisten on lo filter { f, g }\n${rest}`,
    `filter f ${phase}\nfilter c chain { f }\nlisten on lo filter c\n${rest}`,
    `filter f ${phase}\naction r relay filter f\nmatch for any action r\n`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what becomes of it", () => {
  test.each([
    [`filter f ${phase}\n${rest}`, 'No listener, relay or chain names the filter "f".'],
    [
      `filter f proc-exec "x"\n${rest}`,
      'No listener, relay or chain names the filter "f", but smtpd starts its program all the same.',
    ],
    [
      `filter e ${phase}\nfilter f chain { e }\n${rest}`,
      'No listener or relay names the chain "f", so none of its filters is asked through it.',
    ],
  ])("%j", (text, message) => {
    expectMessage(code, text, { message, help: 'Write: listen on … filter "f", or delete it.' });
  });
});

test("suggests to delete the statement with its line", () => {
  expectFixed(code, `filter f ${phase}\n${rest}`, rest);
});

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `p = "rdns junk"\nfilter f phase connect match $p\n${rest}`));

test("does not delete a program that another filter names", () => {
  expectNoFix(code, `filter f proc-exec "x"\nfilter g proc f\nlisten on lo filter g\n${rest}`);
});

test("names: those that may be unused", () => {
  expectMarked(code, `filter old-f ${phase}\nfilter <|g|> ${phase}\n${rest}`, { given: { names: ["old-*"] } });
});

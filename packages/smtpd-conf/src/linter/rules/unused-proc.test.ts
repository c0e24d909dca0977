import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-proc";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `proc <|p|> "x"\n${rest}`,
    `proc <|"p"|> "x" user nobody\nproc q "y"\nfilter f proc q\nlisten on lo filter f\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `proc p "x"\nfilter f proc p\nlisten on lo filter f\n${rest}`,
    `proc p "x"\nfilter f proc p\n${rest}`,
    `filter f proc-exec "x"\n${rest}`,
    `proc f "x"\nfilter f proc-exec "y"\nlisten on lo filter f\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says that it runs", () => {
  expectMessage(code, `proc p "x"\n${rest}`, {
    message: 'No filter names the proc "p", but smtpd starts it all the same.',
    help: 'Write: filter NAME proc "p", or delete it.',
  });
});

test("suggests to delete the statement with its line", () => expectFixed(code, `proc p "x"\n${rest}`, rest));

test("does not touch what a macro wrote", () => expectNoFix(code, `c = "x"\nproc p $c\n${rest}`));

test("names: those that may be unused", () => {
  expectMarked(code, `proc old-p "x"\nproc <|q|> "x"\n${rest}`, { given: { names: ["old-*"] } });
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "filter-reply-421";
const filter = (decision: string) => `filter f phase mail-from match auth ${decision}\n`;

test("reports a reject with 421", () => {
  expectMarked(code, filter('reject <|"421 Try later"|>'));
  expectMarked(code, `t = "'421 x'"\n${filter("reject <|$t|>")}`);
});

describe("is silent about", () => {
  test.each([
    filter('disconnect "421 Try later"'),
    filter('reject "450 Try later"'),
    filter('reject "4211 x"'),
    filter('reject "421"'),
    filter('report "421 x"'),
  ])("%j", (text) => expectSilent(code, text));
});

test("says what else there is", () =>
  expectMessage(code, filter('reject "421 x"'), {
    message: 'With 421 smtpd closes the connection, as "disconnect" does.',
    help: 'Write "disconnect", or 450 or 451 for a refusal after which the session goes on.',
  }));

test("suggests disconnect", () => expectFixed(code, filter('reject "421 x"'), filter('disconnect "421 x"')));

test("does not touch what a macro wrote", () => {
  const text = `d = "reject '421 x'"\n${filter("$d")}`;
  expectNoFix(code, text);
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "filter-reply-code";
const filter = (decision: string) => `filter f phase connect match !rdns ${decision}\n`;

describe("reports", () => {
  test.each([
    filter('disconnect <|"go away"|>'),
    filter("reject <|no|>"),
    filter('reject <|"250 Ok"|>'),
    filter('reject <|"550"|>'),
    filter('reject <|"550-5.7.1 no"|>'),
    filter('reject <|" 550 no"|>'),
    filter('reject <|"5xx no"|>'),
    filter('reject <|""|>'),
    `t = "'go away'"\n${filter("reject <|$t|>")}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    filter('disconnect "550 No"'),
    filter('reject "421 x"'),
    filter('reject "450 4.7.1 Later"'),
    filter("junk"),
    filter('rewrite "go away"'),
    filter('report "go away"'),
    "action a mbox\nmatch for local reject\n",
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what is wrong with", () => {
  const instead = 'smtpd sends "421 Internal server error" in its place and closes the connection.';
  test.each([
    ["go away", "This reply does not begin with a code", 'Write "550 go away".'],
    ["250 Ok", "A reply with 250 is no refusal", 'Write three digits from 4 or 5, a blank and a text: "550 Refused".'],
    ["550", "This reply has a code and no text", 'Write "550 Refused".'],
    ["550-No", "This reply does not begin with a code", 'Write "550 No".'],
  ])("%j", (text, what, help) =>
    expectMessage(code, filter(`reject "${text}"`), { message: `${what}: ${instead}`, help }),
  );
});

test("suggests a reply", () => {
  expectFixed(code, filter('reject "go away"'), filter('reject "550 go away"'));
  expectFixed(code, filter("disconnect no"), filter('disconnect "550 no"'));
  expectFixed(code, filter('reject "450: Later"'), filter('reject "450 Later"'));
});

test("mends no other code, and nothing that a macro wrote", () => {
  expectNoFix(code, filter('reject "250 Ok"'));
  expectNoFix(code, `t = "'go away'"\n${filter("reject $t")}`);
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectNoFix, expectSilent } from "../testing.ts";

const code = "redundant-final-reject";
const head = 'action "a" maildir\nmatch for local action "a"\n';

test("reports a rule at the end", () => expectMarked(code, `${head}<|match|> from any for any reject\n`));

describe("is silent about", () => {
  test.each([
    "match from any for any reject\n",
    'action "a" maildir\nmatch from any for any reject\nmatch for local action "a"\n',
    `${head}match tls from any for any reject\n`,
    `table t ldap:/etc/mail/ldap.conf\n${head}match from any for domain <t> reject\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("deletes it", () => expectFixed(code, `${head}match from any for any reject\n`, head));

test.each(["from src <t>", 'tag "x"'])("does not delete the only use of a name: %s", (condition) => {
  const above = "table t { 10.0.0.1 }\nlisten on lo tag x\naction a mbox\nmatch for local action a\n";
  expectNoFix(code, `${above}match ${condition} for any reject\n`);
});

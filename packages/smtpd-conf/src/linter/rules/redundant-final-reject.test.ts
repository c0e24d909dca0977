import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

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

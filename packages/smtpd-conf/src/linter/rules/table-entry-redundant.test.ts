import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "table-entry-redundant";

describe("reports", () => {
  test.each([
    'match for domain { <|mx.a.org|>, "*.a.org" } reject',
    'match for domain { "*", <|a.org|> } reject',
    'match helo { "*.A.org", <|mx.a.ORG|> } for any reject',
    'match for rcpt-to { <|b@a.org|>, "@a.org" } reject',
    "match for rcpt-to { postmaster, <|postmaster@a.org|> } reject",
    'match mail-from { "@", <|"@a.org"|>, <|x@b.org|> } for any reject',
    'match mail-from { "@*.a.org", <|"@mx.a.org"|> } for any reject',
    'match from src { <|10.1.2.3|>, "10.0.0.0/8", <|"10.2.0.0/16"|> } for any reject',
    'match from src { "2001:db8::/32", <|"[2001:db8:1::/48]"|> } for any reject',
    'table t { <|mx.a.org|>, "*.a.org" }\nmatch for domain <t> reject\nmatch helo <t> for any reject',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'match for domain { a.org, "*.a.org", x.y.a.org } reject',
    "match for domain { a.org, a.org } reject",
    'match for domain { "*.a.org", "*.*.a.org", "*.org" } reject',
    'match for rcpt-to { "@a.org", postmaster, "x@b.org" } reject',
    'match for rcpt-to { "b@a.org", "b+x@c.org" } reject',
    'match from src { "10.0.0.0/8", "11.0.0.1", "::1", local } for any reject',
    'match tag { "*", a } for any reject',
    'match from rdns { "*", a.org } for any reject',
    'match for domain regex { ".*", a } reject',
    'table t { a.org, "*" }\nmatch for domain <t> reject\nmatch mail-from <t> for any reject',
    "table t db:/x\nmatch for domain <t> reject",
  ])("%j", (text) => expectSilent(code, text));
});

test("names the wider entry", () => {
  const text = 'match for domain { mx.a.org, <|"*.a.org"|> } reject';
  expectRelated(code, text);
  expectMessage(code, text.replace(/<\||\|>/g, ""), {
    message: '"mx.a.org" is covered by "*.a.org" and changes nothing.',
    help: undefined,
  });
});

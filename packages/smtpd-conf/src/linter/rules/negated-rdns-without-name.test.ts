import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "negated-rdns-without-name";

describe("reports", () => {
  test.each([
    "match <|!from rdns mx.a.org|> for any reject",
    'match <|!from rdns regex "a"|> for any reject',
    "match <|!from rdns { a, b }|> for any reject\nmatch from rdns for any reject",
    "table t db:/x\nmatch for any <|!from rdns <t>|> reject",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "match from rdns mx.a.org for any reject",
    "match !from rdns for any reject",
    "match !from rdns for any reject\nmatch !from rdns mx.a.org for any reject",
    "filter f phase connect match !rdns mx.a.org junk\nmatch for any reject",
    "match !from src 192.0.2.1 for any reject",
  ])("%j", (text) => expectSilent(code, text));
});

test("says which condition is left", () =>
  expectMessage(code, "match !from rdns a for any reject", {
    message: "A client without a name in the reverse DNS does not match this, although it has none of the names.",
    help: 'Add a rule with "!from rdns" and no names, which matches just those clients.',
  }));

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "no-inbound-filter";
const rest = "action d mbox\nmatch from any for domain example.org action d\n";

describe("reports", () => {
  test.each([
    "listen on <|em0|>\n",
    'pki p cert "/c" key "/k"\nlisten on <|0.0.0.0|> tls pki p auth-optional\nlisten on lo\n',
  ])("%j", (text) => expectMarked(code, text + rest));
});

describe("is silent about", () => {
  test.each([
    "filter f phase connect match !rdns junk\nlisten on em0 filter f\n",
    "listen on lo\n",
    "listen on em0 port 2525\n",
    'pki p cert "/c" key "/k"\nlisten on em0 tls pki p auth\n',
  ])("%j", (text) => expectSilent(code, text + rest));

  test("a release without filters", () => expectSilent(code, `listen on em0\n${rest}`, { target: "6.4.2" }));
});

test("says what is missing", () =>
  expectMessage(code, `listen on em0\n${rest}`, {
    message: "Mail from anywhere arrives here, and no filter looks at it.",
    help: "Filters on the reverse DNS of clients, or a program such as rspamd, keep most spam out.",
  }));

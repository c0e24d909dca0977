import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "filter-order";
const filters = `proc signer "filter-dkimsign -d example.org"
filter sign proc signer
filter scan proc-exec filter-rspamd
filter assassin proc-exec "filter-spamassassin -x"
filter score proc-exec filter-senderscore
filter named phase connect match !rdns junk
`;
const rest = "action z mbox\nmatch for local action z\n";

describe("reports", () => {
  test.each([
    "listen on lo filter { <|sign|>, scan }\n",
    "listen on lo filter { named, <|sign|>, score, assassin }\n",
    "filter c chain { <|sign|>, scan }\nlisten on lo filter c\nlisten on socket filter c\n",
  ])("%j", (text) => expectMarked(code, filters + text + rest));
});

describe("is silent about", () => {
  test.each([
    "listen on lo filter { scan, sign }\n",
    "listen on lo filter { sign, score, named }\n",
    "listen on lo filter sign\nlisten on socket filter scan\n",
    "listen on lo filter { scan, assassin }\n",
    "listen on lo\n",
  ])("%j", (text) => expectSilent(code, filters + text + rest));
});

test("names both", () =>
  expectMessage(code, `${filters}listen on lo filter { sign, scan }\n${rest}`, {
    message: '"sign" signs mail that "scan" may still change behind it, and then the signature is wrong.',
    help: 'Name "sign" last.',
  }));

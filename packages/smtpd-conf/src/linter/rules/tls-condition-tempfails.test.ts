import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "tls-condition-tempfails";

describe("reports", () => {
  test.each([
    "action a mbox\nmatch <|tls|> for local action a\n",
    "action a mbox\nmatch from any <|!tls|> for local action a\n",
    "match from any <|! tls|> for any reject\n",
    'c = "tls"\nmatch from any <|$c|> for any reject\n',
    "match <|tls|> for any reject\nmatch from any <|tls|> for any reject\n",
  ])("%j", (text) => expectMarked(code, text));

  test.each(["6.4.0", "6.8.0", "7.9"] as const)("in %s", (target) =>
    expectMarked(code, "match <|tls|> for any reject\n", { target }),
  );
});

describe("is silent about", () => {
  test.each([
    "listen on em0 tls pki p\nmatch for any reject\n",
    "action a relay tls\nmatch for any action a\n",
    "match tag tls-users for any reject\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what happens instead", () =>
  expectMessage(code, "match tls for any reject\n", {
    message:
      "smtpd cannot ask for TLS in a rule: it answers 451 to every recipient that gets here, and tries no later rule.",
    help: 'Ask for TLS at the listener with "tls-require"; to tell listeners apart, give each a "tag".',
  }));

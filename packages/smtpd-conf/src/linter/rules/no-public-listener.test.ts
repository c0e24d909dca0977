import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "no-public-listener";
const actions = "action d mbox\naction r relay\n";

describe("reports", () => {
  test.each([
    "listen on lo\nmatch <|from any|> for domain example.org action d\n",
    "listen on localhost\nlisten on ::1 port 587\nmatch for any action r\nmatch <|from any|> for local action d\n",
    "listen on lo0\nmatch <|!from local|> for local action d\nmatch from any for local action d\n",
  ])("%j", (text) => expectMarked(code, actions + text));
});

describe("is silent about", () => {
  test.each([
    "listen on em0\nmatch from any for local action d\n",
    "listen on lo\nlisten on 10.0.0.1\nmatch from any for local action d\n",
    "listen on lo proxy-v2\nmatch from any for local action d\n",
    "listen on lo\nmatch for local action d\nmatch for any action r\n",
    "listen on lo\nmatch from any for any action r\n",
    "listen on lo\nmatch from any for local reject\n",
    "match from any for local action d\n",
    "listen on socket\nlisten on lo\nmatch from local for any action r\n",
  ])("%j", (text) => expectSilent(code, actions + text));
});

test("says why, and points at the listener", () => {
  const text = `${actions}<|listen on lo|>\nmatch from any for local action d\n`;
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: "This rule waits for mail from anywhere, and smtpd listens only to its own machine.",
    help: "Add a listener on a public address, or leave the rule to local mail.",
  });
  expectRelated(code, text);
});

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "bounce-without-relay";
const start = "listen on 192.0.2.1\naction in maildir\naction out relay\n";

describe("reports", () => {
  test.each([
    `${start}match from any for domain d action <|in|>\n`,
    `${start}match from any for domain d action <|in|>\nmatch from src 192.0.2.0/24 for any action out\n`,
    `${start}match !from local for domain d action <|in|>\nmatch for domain d action in\n`,
    `${start}match from any for domain d action <|in|>\nmatch from local for domain e action out\n`,
    `${start}match from any for domain d action <|in|>\nmatch tag x for any action out\n`,
    `${start}match from any for domain d action <|in|>\nmatch from local mail-from "@d" for any action out\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${start}match from any for domain d action in\nmatch for any action out\n`,
    `${start}match from any for domain d action in\nmatch from auth for any action out\n`,
    `${start}match from any for domain d action in\nmatch from socket for any action out\n`,
    `${start}table t file:/t\nmatch from any for domain d action in\nmatch from local for domain <t> action out\n`,
    `${start}match from any for any action in\n`,
    `${start}match for domain d action in\n`,
    `${start}match from src 192.0.2.0/24 for domain d action in\n`,
    `${start}match from auth for domain d action in\nmatch from src 192.0.2.0/24 for any action out\n`,
    "listen on lo\naction in maildir\nmatch from any for domain d action in\n",
    "action in maildir\nmatch from any for domain d action in\n",
    "listen on 192.0.2.1\naction out relay backup\nmatch from any for domain d action out\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says when it matters, and points at the rule that refuses", () => {
  const text = `${start}match from any for domain d action in\nmatch from any for any <|reject|>\n`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: "Mail of strangers is accepted here, but if its delivery fails, no rule lets the bounce out to them.",
    help: 'Add an action that relays, and a rule for it: match from local for any action "outbound".',
  });
});

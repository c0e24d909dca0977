import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "duplicate-action";
const rule = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a maildir\naction <|b|> maildir\n${rule}`,
    `action a relay host "h"  tls\naction <|"b"|> relay host h tls\naction <|c|> relay host h tls\n${rule}`,
    `m = '"~/m"'\naction a maildir "~/m"\naction <|b|> maildir $m\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a maildir\naction b mbox\n${rule}`,
    `action a maildir junk\naction b maildir "junk"\n${rule}`,
    `action a relay helo x\naction b relay helo y\n${rule}`,
    `action a maildir\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("names the first one, and points at it", () => {
  expectRelated(code, `action <|a|> mbox\naction b mbox\n${rule}`);
  expectMessage(code, `action a mbox\naction b mbox\n${rule}`, {
    message: '"b" does the same as the action "a".',
    help: 'Let its rules lead to "a", once no mail in the queue waits for this one.',
  });
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "filter-rewrite-brackets";
const filter = (phase: string, text: string) => `filter f phase ${phase} match src "192.0.2.1" rewrite ${text}\n`;

describe("reports", () => {
  test.each([
    filter("mail-from", '<|"anna@example.org"|>'),
    filter("rcpt-to", "<|anna@example.org|>"),
    filter("rcpt-to", '<|"Anna <anna@example.org>"|>'),
    filter("mail-from", '<|""|>'),
    `t = "anna@example.org"\n${filter("rcpt-to", "<|$t|>")}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    filter("mail-from", '"<anna@example.org>"'),
    filter("mail-from", '"<>"'),
    filter("rcpt-to", '"<anna@example.org> NOTIFY=NEVER"'),
    filter("ehlo", "mail.example.org"),
    filter("connect", "x"),
    'filter f phase mail-from match auth reject "550 anna@example.org"\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what clients get", () => {
  expectMessage(code, filter("mail-from", "anna@example.org"), {
    message:
      'An address stands in angle brackets here; without them every client that the filter matches gets "553 Sender address syntax error".',
    help: 'Write "<anna@example.org>".',
  });
  expectMessage(code, filter("rcpt-to", "anna"), {
    message:
      'An address stands in angle brackets here; without them every client that the filter matches gets "501 Recipient address syntax error".',
    help: 'Write "<user@example.org>".',
  });
});

test("adds the brackets", () =>
  expectFixed(code, filter("rcpt-to", "anna@example.org"), filter("rcpt-to", '"<anna@example.org>"')));

test("mends nothing that is no address, or that a macro wrote", () => {
  expectNoFix(code, filter("rcpt-to", '"Anna <anna@example.org>"'));
  expectNoFix(code, `t = "anna@example.org"\n${filter("rcpt-to", "$t")}`);
});

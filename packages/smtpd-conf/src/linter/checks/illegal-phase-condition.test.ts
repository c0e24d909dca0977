import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "illegal-phase-condition";

describe("a condition that is not known yet", () => {
  test("is marked with its argument", () => {
    expectMarked(code, "filter f phase connect match <|helo x|> junk\n");
    expectMarked(code, 'filter f phase helo match <|!mail-from regex "x$"|> reject "550 no"\n');
    expectMarked(code, "filter f phase ehlo match <|auth|> junk\n");
  });

  test("is marked where it is known no longer", () => {
    expectMarked(code, 'filter f phase data match <|rcpt-to "@x"|> junk\n');
    expectMarked(code, 'filter f phase commit match <|rcpt-to <t>|> reject "550 no"\n');
  });

  test("is marked when it comes out of a macro", () =>
    expectMarked(code, 'what = "helo"\nfilter f phase connect match <|$what x|> junk\n'));

  test("is told where it can be tested", () => {
    expectMessage(code, "filter f phase connect match helo x junk\n", {
      message: '"helo" is not known in phase connect.',
      help: 'Test it in phase helo, ehlo, mail-from, rcpt-to, data or commit. Phase connect can test "fcrdns", "rdns" or "src".',
    });
    expectMessage(code, "filter f phase data match rcpt-to x junk\n", {
      help: 'Test it in phase rcpt-to. Phase data can test "fcrdns", "rdns", "src", "helo", "auth" or "mail-from".',
    });
  });

  test("is not sent to what the target does not have", () =>
    expectMessage(
      code,
      "filter f phase data match rcpt-to x junk\n",
      { help: 'Test it in phase rcpt-to. Phase data can test "fcrdns", "rdns", "src", "helo" or "mail-from".' },
      { target: "6.6.4" },
    ));
});

test("every condition is fine in the phases that know it", () => {
  expectSilent(code, "filter f phase connect match !fcrdns junk\nfilter g phase commit match src <t> report x\n");
  expectSilent(code, "filter f phase auth match auth <u> junk\nfilter g phase mail-from match !auth junk\n");
  expectSilent(code, 'filter f phase rcpt-to match rcpt-to regex "^a" junk\nfilter g phase data match helo x junk\n');
});

describe("a second condition", () => {
  test("is marked up to the decision", () => {
    expectMarked(code, 'filter f phase connect match !fcrdns <|rdns <t>|> reject "550 no"\n');
    expectMarked(code, "filter f phase connect match src x <|! rdns|> junk\n");
  });

  test("is marked up to the end where there is no decision", () =>
    expectMarked(code, "filter f phase connect match !fcrdns <|rdns <t>|>\n"));

  test("points at the first one", () => expectRelated(code, "filter f phase connect match <|!fcrdns|> !rdns junk\n"));

  test("cannot be written, but there are chains", () =>
    expectMessage(code, "filter f phase connect match !fcrdns !rdns junk\n", {
      message: "A filter tests exactly one condition, and this is a second one.",
      help: "Write a filter for each of them and put both into a chain: the client is caught when one of them matches.",
    }));
});

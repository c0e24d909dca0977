import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-rewrite";

describe("reports", () => {
  test.each([
    'filter f phase connect match !rdns <|rewrite|> "x"\n',
    'filter f phase auth match auth <|rewrite|> "x"\n',
    'filter f phase data match !rdns <|rewrite|> "x"\n',
    'filter f phase commit match !rdns <|rewrite|> "x"\n',
    'filter f phase mail-from match mail-from "a@x.y" rewrite <|"b@x.y"|>\n',
    'filter f phase rcpt-to match rcpt-to "a@x.y" rewrite <|b@x.y|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'filter f phase helo match helo x rewrite "y"\n',
    'filter f phase ehlo match helo x rewrite "y"\n',
    'filter f phase mail-from match mail-from "a@x.y" rewrite "<b@x.y>"\n',
    'filter f phase mail-from match mail-from "a@x.y" rewrite "<>"\n',
    'filter f phase rcpt-to match rcpt-to "a@x.y" rewrite "<b@x.y> NOTIFY=NEVER"\n',
    "filter f phase connect match !rdns junk\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what smtpd does", () => {
  expectMessage(code, 'filter f phase connect match !rdns rewrite "x"\n', {
    message: "When a client connects there is nothing to rewrite, and smtpd ignores it.",
    help: 'The phases "helo", "ehlo", "mail-from" and "rcpt-to" have something to rewrite.',
  });
  expectMessage(code, 'filter f phase data match !rdns rewrite "x"\n', {
    message: 'In the phase "data" there is nothing to rewrite: smtpd answers 500, and takes no message.',
  });
  expectMessage(code, 'filter f phase rcpt-to match !rdns rewrite "a b"\n', {
    message: 'The address in RCPT TO stands in angle brackets, and smtpd refuses "a b".',
    help: 'Write "<user@example.org>".',
  });
});

test("suggests the brackets", () => {
  const text = "filter f phase mail-from match !rdns rewrite a@x.y\n";
  expectMessage(code, text, {
    message: 'The address in MAIL FROM stands in angle brackets, and smtpd refuses "a@x.y".',
    help: 'Write "<a@x.y>".',
  });
  expectFixed(code, text, 'filter f phase mail-from match !rdns rewrite "<a@x.y>"\n');
  expectNoFix(code, 'a = "a@x.y"\nfilter f phase mail-from match !rdns rewrite $a\n');
  expectNoFix(code, 'filter f phase mail-from match !rdns rewrite "a b"\n');
});

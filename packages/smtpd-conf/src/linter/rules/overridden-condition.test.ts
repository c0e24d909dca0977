import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "overridden-condition";

describe("reports", () => {
  test.each([
    'match <|mail-from "@a"|> from mail-from "@b" for any action a\n',
    'match <|rcpt-to "x@d"|> for rcpt-to "y@d" action a\n',
    "match <|auth { a }|> from auth { b } for any action a\n",
    "match <|!auth|> from auth for any action a\n",
    "match <|auth|> !from auth { b } for any action a\n",
    'match <|mail-from regex "a"|> tag x from mail-from "a" for any action a\n',
    'match <|mail-from "@a"|> <|rcpt-to "x@d"|> from mail-from "@b" for rcpt-to "y@d" reject\n',
  ])("%j", (text) => expectMarked(code, `action a relay\n${text}`));
});

describe("is silent about", () => {
  test.each([
    'match mail-from "@a" from any for any action a\n',
    'match mail-from "@a" from mail-from "@a" for any action a\n',
    "match auth { a } from auth for any action a\n",
    "match auth from auth { a } for any action a\n",
    'match mail-from "@a" from auth for rcpt-to "x@d" action a\n',
    'match from mail-from "@b" mail-from "@a" for any action a\n',
  ])("%j", (text) => expectSilent(code, `action a relay\n${text}`));
});

const text = 'action a relay\nmatch mail-from "@a" <|from mail-from "@b"|> for any action a\n';
const plain = text.replaceAll(/<\||\|>/g, "");

test("says what counts, and points at it", () => {
  expectRelated(code, text);
  expectMessage(code, plain, {
    message: '"from mail-from" replaces this condition: a rule has one of them, and smtpd keeps the later one.',
    help: 'Remove it, or put both into one table for "from mail-from".',
  });
});

test("suggests to remove it", () => {
  expectFixed(code, plain, 'action a relay\nmatch from mail-from "@b" for any action a\n');
  expectNoFix(code, 'action a relay\nc = "mail-from x"\nmatch $c from mail-from "@b" for any action a\n');
});

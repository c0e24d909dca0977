import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "overlapping-negation";

function withFilter(filter: string, listener = "listen on em0 filter f"): string {
  return `table t { "@example.org" }
pki p cert "/c" key "/k"
filter f phase ${filter}
${listener}
action d mbox
match from any for domain example.org action d
`;
}

describe("reports", () => {
  test.each([
    'mail-from match <|!mail-from "me@example.org"|> reject "550 no"',
    'mail-from match <|!mail-from <t>|> disconnect "550 no"',
    'rcpt-to match <|! mail-from { a@x.y, b@x.y }|> reject "550 no"',
    'ehlo match <|!helo mail.example.org|> reject "550 no"',
  ])("%j", (filter) => expectMarked(code, withFilter(filter)));

  test("a filter of two listeners once", () =>
    expectMarked(
      code,
      withFilter(
        'mail-from match <|!mail-from <t>|> reject "550 no"',
        "listen on em0 filter f\nlisten on em1 filter f",
      ),
    ));
});

describe("is silent about", () => {
  test.each([
    'mail-from match mail-from "me@example.org" reject "550 no"',
    'mail-from match !mail-from regex ".+@.+" reject "550 no"',
    'mail-from match !mail-from "@" reject "550 no"',
    'mail-from match !mail-from { "a@x.y", "@*" } reject "550 no"',
    'ehlo match !helo "*" reject "550 no"',
    "mail-from match !mail-from <t> junk",
    'rcpt-to match !rcpt-to <t> reject "550 no"',
    'connect match !src <t> reject "550 no"',
  ])("%j", (filter) => expectSilent(code, withFilter(filter)));

  const filter = 'mail-from match !mail-from <t> reject "550 no"';

  test.each([
    "listen on lo filter f",
    "listen on em0 port 587 tls-require pki p auth filter f",
    "listen on em0 tls pki p auth filter f",
    "listen on em0",
    "filter guests phase mail-from match !auth bypass\nlisten on em0 filter { guests, f }",
  ])("the listener %j", (listener) => expectSilent(code, withFilter(filter, listener)));
});

test("says whose mail is refused, and points at the listener", () => {
  const text = withFilter('mail-from match !mail-from <t> reject "550 no"');
  expectMessage(code, text, {
    message: "This filter refuses the mail of all other senders, on a listener for mail from everywhere.",
    help: "Leave out the ! to refuse those that are listed, or use the filter only where your own users send.",
  });
  expectRelated(code, text.replace("listen on em0 filter f", "<|listen on em0 filter f|>"));
  expectMessage(code, withFilter('helo match !helo x.y reject "550 no"'), {
    message:
      "This filter refuses the mail of all servers that greet otherwise, on a listener for mail from everywhere.",
  });
});

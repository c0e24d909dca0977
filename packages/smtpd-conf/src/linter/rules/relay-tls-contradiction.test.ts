import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "relay-tls-contradiction";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|smtp+notls|>://mail.example.org tls\n${rest}`,
    `action a relay host "<|SMTP+NOTLS|>://mail.example.org" tls no-verify\n${rest}`,
    `action a relay tls host <|lmtp|>://localhost:24\n${rest}`,
    `action a relay host { smtps://a.example, <|smtp+notls|>://b.example } tls\n${rest}`,
    `action a relay domain { example.org = "<|smtp+notls|>://b.example" } tls\n${rest}`,
    `u = "smtp+notls://mail"\naction a relay host <|$u|> tls\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtp+notls://mail.example.org\n${rest}`,
    `action a relay host smtp://mail.example.org tls\n${rest}`,
    `action a relay host smtps://mail.example.org tls no-verify\n${rest}`,
    `action a relay tls\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what happens, and points at the option", () => {
  const text = `action a relay host smtp+notls://mail tls\n${rest}`;
  expectMessage(code, text, {
    message: 'The action demands TLS and "smtp+notls://" rules it out, so mail for this host waits until it expires.',
    help: 'Write "smtp+tls://mail", or leave "tls" out.',
  });
  expectRelated(code, `action a relay host smtp+notls://mail <|tls|>\n${rest}`);
  expectMessage(code, `action a relay host lmtp://mail:24 tls\n${rest}`, { help: 'Leave "tls" out: LMTP has none.' });
});

test("suggests TLS first, and for LMTP to do without", () => {
  expectFixed(
    code,
    `action a relay host smtp+notls://mail tls\n${rest}`,
    `action a relay host smtp+tls://mail tls\n${rest}`,
  );
  expectFixed(
    code,
    `action a relay host lmtp://mail:24 tls no-verify\n${rest}`,
    `action a relay host lmtp://mail:24\n${rest}`,
  );
});

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `o = "host smtp+notls://mail tls"\naction a relay $o\n${rest}`));

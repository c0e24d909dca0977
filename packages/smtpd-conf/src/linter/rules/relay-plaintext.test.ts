import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "relay-plaintext";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|smtp+notls|>://mail.example.org\n${rest}`,
    `action a relay host { "<|smtp+notls|>://192.0.2.1", mail.example.net }\n${rest}`,
    `action a relay host <|lmtp|>://mail.example.org:24\n${rest}`,
    `action a relay domain { x.example = "<|smtp+notls|>://mail.example.org" }\n${rest}`,
    `u = "smtp+notls://mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtp://mail.example.org\n${rest}`,
    `action a relay host smtp+notls://localhost:10025\n${rest}`,
    `action a relay host smtp+notls://10.0.0.1\n${rest}`,
    `action a relay host smtp+notls://mailhub\n${rest}`,
    `action a relay host lmtp://127.0.0.1:24\n${rest}`,
    `action a relay host smtp+notls://mail.example.org tls\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says who can read it", () => {
  expectMessage(code, `action a relay host smtp+notls://mail.example.org\n${rest}`, {
    message:
      'With "smtp+notls://" mail to "mail.example.org" always goes in plain text, for everybody on the way to read and change.',
    help: 'Write "smtp+tls://mail.example.org", or smtp:// for TLS where it is offered.',
  });
  expectMessage(code, `action a relay host lmtp://mail.example.org:24\n${rest}`, {
    help: "LMTP is meant for the same machine or network: take SMTP with TLS across others.",
  });
});

test("suggests TLS for SMTP only", () => {
  expectFixed(
    code,
    `action a relay host smtp+notls://m.example.org\n${rest}`,
    `action a relay host smtp+tls://m.example.org\n${rest}`,
  );
  expectNoFix(code, `action a relay host lmtp://m.example.org:24\n${rest}`);
  expectNoFix(code, `u = "smtp+notls://m.example.org"\naction a relay host $u\n${rest}`);
});

test("hosts: servers that are reached by a way of one's own", () => {
  const given = { hosts: ["*.Example.org", "192.0.2.0/24", "2001:db8::/32"] };
  for (const host of ["mail.example.org", "a.b.example.ORG", "192.0.2.1", "[2001:db8::1]"])
    expectSilent(code, `action a relay host "smtp+notls://${host}"\n${rest}`, { given });
  for (const host of ["example.org", "mail.example.net", "198.51.100.1"])
    expectMarked(code, `action a relay host "<|smtp+notls|>://${host}"\n${rest}`, { given });
});

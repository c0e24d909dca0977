import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-relay-scheme";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|tls|>://mail.example.org\n${rest}`,
    `action a relay host "<|SMTPS+AUTH|>://l@mail.example.org" auth { l = "a:b" }\n${rest}`,
    `action a relay host { <|ssl|>://mail.example.org, <|secure+auth|>://l@mail.example.org }\n${rest}`,
    `action a relay domain { example.org = "<|tls|>://mail.example.org" }\n${rest}`,
    `u = "tls://mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtp+tls://mail.example.org\n${rest}`,
    `action a relay host foo://mail.example.org\n${rest}`,
    `action a relay host tls.example.org\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("names the scheme of today", () =>
  expectMessage(code, `action a relay host tls://mail\n${rest}`, {
    message: 'The scheme "tls" went with 6.3: smtpd cannot read this URL, and mail for it waits until it expires.',
    help: 'Write "smtp+tls://mail"; today the certificate of the host must be valid.',
  }));

test("names both ways where the old scheme tried both, and leaves the choice", () => {
  const text = `action a relay host secure://mail\n${rest}`;
  expectMessage(code, text, {
    help: 'Write "smtp+tls://mail", or "smtps://mail" where the port is 465; today the certificate of the host must be valid.',
  });
  expectNoFix(code, text);
});

test("writes the scheme of today", () => {
  expectFixed(code, `action a relay host tls://m:587\n${rest}`, `action a relay host smtp+tls://m:587\n${rest}`);
  expectFixed(code, `action a relay host "smtps+auth://l@m"\n${rest}`, `action a relay host "smtps://l@m"\n${rest}`);
});

test("does not touch what a macro wrote", () => expectNoFix(code, `u = "tls://mail"\naction a relay host $u\n${rest}`));

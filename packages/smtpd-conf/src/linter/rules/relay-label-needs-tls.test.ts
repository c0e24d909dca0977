import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "relay-label-needs-tls";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|l|>@mail.example.org:587 tls\n${rest}`,
    `action a relay host smtp://<|l|>@mail.example.org\n${rest}`,
    `action a relay host "smtp+notls://<|l|>@mail.example.org"\n${rest}`,
    `action a relay host lmtp://<|l|>@localhost:24\n${rest}`,
    `action a relay domain { example.org = "<|l|>@mail.example.org" }\n${rest}`,
    `u = "l@mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay host smtps://l@mail.example.org auth { l = "a:b" }\n${rest}`,
    `action a relay host smtp+tls://l@mail.example.org auth { l = "a:b" }\n${rest}`,
    `action a relay host smtp://mail.example.org\n${rest}`,
    `action a relay host "@mail.example.org"\n${rest}`,
    `action a relay host tls://l@mail.example.org\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what the label needs", () => {
  expectMessage(code, `action a relay host l@mail:587\n${rest}`, {
    message:
      "A label needs TLS, and a URL without a scheme does not insist on it: smtpd cannot read the URL, and mail for it waits until it expires.",
    help: 'Write "smtp+tls://l@mail:587".',
  });
  expectMessage(code, `action a relay host smtp+notls://l@mail\n${rest}`, {
    help: 'Write "smtp+tls://l@mail", or leave the label out where the host asks for no login.',
  });
});

test("writes a scheme with TLS, by the port", () => {
  expectFixed(code, `action a relay host l@m:587\n${rest}`, `action a relay host smtp+tls://l@m:587\n${rest}`);
  expectFixed(code, `action a relay host "smtp://l@m:465"\n${rest}`, `action a relay host "smtps://l@m:465"\n${rest}`);
});

test("mends nothing where TLS was left out on purpose, or where a macro wrote the URL", () => {
  expectNoFix(code, `action a relay host smtp+notls://l@m\n${rest}`);
  expectNoFix(code, `u = "l@m"\naction a relay host $u\n${rest}`);
});

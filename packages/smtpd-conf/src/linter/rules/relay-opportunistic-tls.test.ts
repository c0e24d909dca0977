import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "relay-opportunistic-tls";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host <|smtp|>://mail.example.org\n${rest}`,
    `action a relay host <|mail.example.org|>:587\n${rest}`,
    `action a relay host { "<|192.0.2.1|>", smtps://mail.example.net, mailhub }\n${rest}`,
    `action a relay domain { x.example = "<|smtp|>://mail.example.org" }\n${rest}`,
    `u = "mail.example.org"\naction a relay host <|$u|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay\n${rest}`,
    `action a relay host smtp+tls://mail.example.org\n${rest}`,
    `action a relay host smtp://mail.example.org tls\n${rest}`,
    `action a relay host smtp://mail.example.org tls no-verify\n${rest}`,
    `action a relay host smtp+notls://mail.example.org\n${rest}`,
    `action a relay host smtp://localhost:10025\n${rest}`,
    `action a relay host { "127.0.0.1", "10.0.0.1", "[fd00::1]", mailhub, mail.lan }\n${rest}`,
    `action a relay host smtp://l@mail.example.org\n${rest}`,
    `action a relay host mail.example.org:465\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what can happen", () =>
  expectMessage(code, `action a relay host smtp://mail.example.org\n${rest}`, {
    message: 'With "smtp://" mail goes in plain text where TLS is not offered or fails, and no certificate is checked.',
    help: 'If the server has TLS and a valid certificate, write "smtp+tls://mail.example.org".',
  }));

test("suggests to insist on TLS", () =>
  expectFixed(
    code,
    `action a relay host mail.example.org:587\n${rest}`,
    `action a relay host smtp+tls://mail.example.org:587\n${rest}`,
  ));

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `u = "mail.example.org"\naction a relay host $u\n${rest}`));

test("hosts: servers that are reached by a way of one's own", () => {
  const given = { hosts: ["mail.example.org"] };
  expectSilent(code, `action a relay host mail.example.org:587\n${rest}`, { given });
  expectMarked(code, `action a relay host <|mail2.example.org|>\n${rest}`, { given });
});

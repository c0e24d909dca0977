import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "relay-no-verify";
const rest = "match from local for any action a\n";

describe("reports", () => {
  test.each([
    `action a relay host smtp+tls://mail.example.org tls <|no-verify|>\n${rest}`,
    `action a relay tls <|no-verify|> host mail.example.org\n${rest}`,
    `action a relay host { mailhub, mail.example.org } tls <|no-verify|>\n${rest}`,
    `action a relay domain { x.example = "mail.example.org" } tls <|no-verify|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay tls no-verify\n${rest}`,
    `action a relay host smtp+tls://mail.example.org tls\n${rest}`,
    `action a relay host localhost tls no-verify\n${rest}`,
    `action a relay host { mailhub, "10.0.0.1" } tls no-verify\n${rest}`,
    `table h db:/h\naction a relay host <h> tls no-verify\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what can be lost", () => {
  expectMessage(code, `action a relay host smtps://m.example tls no-verify\n${rest}`, {
    message: '"no-verify" takes any certificate, so whoever sits in between can pose as the server and read along.',
    help: 'Leave it out, and where the certificate is not of a public authority, name that authority with "ca".',
  });
  expectMessage(code, `action a relay host smtps://l@m.example auth { l = "a:b" } tls no-verify\n${rest}`, {
    message:
      '"no-verify" takes any certificate, so whoever sits in between can pose as the server and get the password.',
  });
});

test("suggests to check the certificate", () =>
  expectFixed(
    code,
    `action a relay host m.example tls no-verify ttl 1d\n${rest}`,
    `action a relay host m.example tls ttl 1d\n${rest}`,
  ));

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `o = "tls no-verify"\naction a relay host m.example $o\n${rest}`));

test("hosts: servers that are reached by a way of one's own", () => {
  const given = { hosts: ["mail.example.org"] };
  expectSilent(code, `action a relay host smtps://mail.example.org tls no-verify\n${rest}`, { given });
  const both = "action a relay host { mail.example.org, mail.example.net }";
  expectMarked(code, `${both} tls <|no-verify|>\n${rest}`, { given });
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "weak-tls-protocol";

describe("reports", () => {
  test.each([
    'listen on lo tls pki p protocols <|"tlsv1.0"|>\n',
    'listen on lo tls pki p protocols <|"tlsv1.1:tlsv1.2"|>\n',
    'action a relay protocols <|"TLSv1.0,TLSv1.1,TLSv1.2"|>\n',
  ])("%j", (text) => expectMarked(code, text));

  test.each(["all", "legacy", "tlsv1"])("%s in 7.3", (name) =>
    expectMarked(code, `action a relay protocols <|${name}|>\n`, { target: "7.3" }),
  );
});

describe("is silent about", () => {
  test.each([
    'action a relay protocols "tlsv1.2,tlsv1.3"\n',
    "action a relay protocols all\n",
    "action a relay protocols legacy\n",
    'action a relay protocols "all:!tlsv1.2"\n',
    'action a relay protocols "tlsv1.0 tlsv1.1"\n',
    'action a relay helo "tlsv1.0"\n',
  ])("%j", (text) => expectSilent(code, text));

  test("what is left out in 7.3", () =>
    expectSilent(code, 'action a relay protocols "all:!tlsv1.0:!tlsv1.1"\n', { target: "7.3" }));
});

test("says what smtpd does with the rest", () => {
  expectMessage(code, 'action a relay protocols "tlsv1.1,tlsv1.2"\n', {
    message: 'smtpd 7.9 speaks neither TLS 1.0 nor TLS 1.1, so that a part of "tlsv1.1,tlsv1.2" does nothing.',
    help: 'Name "tlsv1.2".',
  });
  expectMessage(code, "action a relay protocols tlsv1.0\n", {
    message: 'smtpd 7.9 speaks neither TLS 1.0 nor TLS 1.1: with "tlsv1.0" alone no TLS session can be set up.',
  });
  expectMessage(
    code,
    "action a relay protocols all\n",
    { message: '"all" lets in TLS 1.0 or 1.1, whose encryption is broken.', help: 'Name "tlsv1.2,tlsv1.3".' },
    { target: "7.3" },
  );
});

test("suggests what is left", () => {
  expectFixed(code, 'action a relay protocols "tlsv1.1,tlsv1.3"', 'action a relay protocols "tlsv1.3"');
  expectFixed(code, "action a relay protocols tlsv1.0", 'action a relay protocols "tlsv1.2,tlsv1.3"');
  expectNoFix(code, 'p = "tlsv1.0"\naction a relay protocols $p\n');
});

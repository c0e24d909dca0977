import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-tls-protocol";

describe("reports", () => {
  test.each([
    'listen on lo tls pki p protocols <|"nonsense"|>\n',
    "listen on lo tls pki p protocols <|TLSv12|>\n",
    'action a relay protocols <|"tlsv1.2 tlsv1.3"|>\n',
    'action a relay protocols <|"tlsv1.2,"|>\n',
    'action a relay protocols <|""|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'listen on lo tls pki p protocols "tlsv1.2,tlsv1.3"\n',
    'listen on lo tls pki p protocols "TLSv1.2: !tlsv1.3"\n',
    "listen on lo tls pki p protocols secure\n",
    "action a relay protocols tlsv1.0\n",
  ])("%j", (text) => expectSilent(code, text));

  test("a release without the option", () => expectSilent(code, "action a relay protocols ssl\n", { target: "6.8.0" }));
});

test("names the part that is wrong", () =>
  expectMessage(code, 'action a relay protocols "tlsv1.2,sslv3"\n', {
    message: '"sslv3" is no TLS version that smtpd knows, and it exits when it starts.',
    help: 'Name "tlsv1.2" or "tlsv1.3", or both with a comma between them.',
  }));

test("suggests the way to write it", () => {
  const text = 'action a relay protocols "TLSv1.2 TLS1_3"\n';
  expectMessage(code, text, { help: 'Write "tlsv1.2,tlsv1.3".' });
  expectFixed(code, text, 'action a relay protocols "tlsv1.2,tlsv1.3"\n');
  expectFixed(code, "action a relay protocols tls13", 'action a relay protocols "tlsv1.3"');
  expectFixed(code, 'action a relay protocols "+1.2 -1.3"', 'action a relay protocols "tlsv1.2,!tlsv1.3"');
});

test("has no suggestion where it cannot know", () => {
  expectNoFix(code, "action a relay protocols ssl\n");
  expectNoFix(code, 'p = "tls13"\naction a relay protocols $p\n');
});

import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "ca-without-verify";

test("marks the ca of a listener that verifies nobody", () => {
  expectMarked(code, 'ca c cert "/c.pem"\nlisten on em0 tls pki p <|ca c|> tag T\n');
  expectMarked(code, 'ca c cert "/c.pem"\nlisten on em0 <|ca c|> smtps pki p\n');
  expectMarked(code, 'ca c cert "/c.pem"\nlisten on em0 <|ca c|>\n');
});

test("is content with verify, and with the ca of a relay", () => {
  expectSilent(code, 'ca c cert "/c.pem"\nlisten on em0 ca c tls-require verify pki p\n');
  expectSilent(code, 'ca c cert "/c.pem"\naction a relay tls ca c\n');
});

test("says why, and suggests to remove it", () => {
  const text = "listen on em0 tls pki p ca c tag T\n";
  expectMessage(code, text, {
    message: 'Without "verify" smtpd asks no client for a certificate, and the ca is never used.',
  });
  expectFixed(code, text, "listen on em0 tls pki p tag T\n");
  expectNoFix(code, 'c = "ca c"\nlisten on em0 tls pki p $c\n');
});

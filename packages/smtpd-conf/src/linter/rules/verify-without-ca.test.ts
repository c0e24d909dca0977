import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "verify-without-ca";

test("marks verify of a listener that names no ca", () => {
  expectMarked(code, "listen on em0 tls-require <|verify|> pki p\n");
  expectMarked(code, "listen on em0 smtps <|verify|> pki p auth\n");
  expectMarked(code, 'v = "verify"\nlisten on em0 smtps <|$v|> pki p\n');
});

test("is content with a ca, and without verify", () => {
  expectSilent(code, 'ca c cert "/c.pem"\nlisten on em0 tls-require verify pki p ca c\n');
  expectSilent(code, "listen on em0 tls-require pki p\nlisten on em0 smtps pki p\nlisten on lo\n");
});

test("knows the ca of all listeners of old releases", () => {
  const text = 'ca "*" cert "/c.pem"\nlisten on em0 tls-require <|verify|> pki p\n';
  expectMarked(code, text, { target: "7.3" });
  expectSilent(code, text.replaceAll(/<\||\|>/g, ""), { target: "6.8.0" });
});

test("says who gets in", () =>
  expectMessage(code, "listen on em0 smtps verify pki p\n", {
    message: '"verify" without a ca lets in whoever has a certificate of a public authority.',
    help: "Define a ca with the certificate of the authority that your clients have theirs from, and name it here.",
  }));

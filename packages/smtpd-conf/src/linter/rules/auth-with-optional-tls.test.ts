import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "auth-with-optional-tls";

test("marks tls of a listener where everybody has to log in", () => {
  expectMarked(code, "listen on em0 port 587 <|tls|> pki p auth\n");
  expectMarked(code, "table t { a = b }\nlisten on em0 auth <t> <|tls|> pki p\n");
});

test("is content with the other modes, and with optional logins", () => {
  expectSilent(code, "listen on em0 port 587 tls-require pki p auth\nlisten on em0 smtps pki p auth\n");
  expectSilent(code, "listen on em0 tls pki p auth-optional\nlisten on em0 port 26 tls pki p\nlisten on lo\n");
});

test("says why, and writes tls-require", () => {
  expectMessage(code, "listen on em0 tls pki p auth\n", {
    message: "Nobody can log in without TLS, so that nothing can be sent here in plain text either.",
    help: 'Write "tls-require": clients then learn at once what is missing.',
  });
  expectFixed(code, "listen on em0 tls pki p auth\n", "listen on em0 tls-require pki p auth\n");
  expectNoFix(code, 'm = "tls"\nlisten on em0 $m pki p auth\n');
});

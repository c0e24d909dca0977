import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "senders-without-auth";

test("marks senders where nobody can log in", () => {
  expectMarked(code, "table t { a = b }\nlisten on em0 <|senders <t>|>\n");
  expectMarked(code, "table t { a = b }\nlisten on em0 tls pki p <|senders <t> masquerade|> tag T\n");
});

test("is content with auth and auth-optional", () => {
  expectSilent(code, "table t { a = b }\nlisten on em0 tls-require pki p auth senders <t>\n");
  expectSilent(code, "table t { a = b }\nlisten on em0 tls pki p senders <t> auth-optional\nlisten on lo\n");
});

test("says why, and suggests to remove it", () => {
  const text = "listen on em0 senders { a = b } tag T\n";
  expectMessage(code, text, {
    message: '"senders" says what users may send as, and nobody can log in here: it has no effect.',
    help: 'Add "auth" and a TLS mode; strangers cannot be held back by "senders".',
  });
  expectFixed(code, text, "listen on em0 tag T\n");
  expectNoFix(code, 's = "senders"\nlisten on em0 $s { a = b }\n');
});

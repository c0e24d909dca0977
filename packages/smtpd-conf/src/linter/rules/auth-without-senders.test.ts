import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "auth-without-senders";

test("marks the login of a listener that lets users send as anybody", () => {
  expectMarked(code, "listen on em0 tls-require pki p <|auth|>\n");
  expectMarked(code, "table t { a = b }\nlisten on em0 tls pki p <|auth-optional|> <t>\n");
  expectMarked(code, "listen on lo tls pki p <|auth|> proxy-v2\n");
});

test("is content with senders, without logins, and on the loopback", () => {
  expectSilent(code, "listen on em0 tls-require pki p auth senders { a = b }\n");
  expectSilent(code, "listen on em0\nlisten on socket\nlisten on lo tls-require pki p auth\n");
});

test("says what users may do", () =>
  expectMessage(code, "listen on em0 tls-require pki p auth\n", {
    message: "Every user who logs in here may send as any other one, and as any address at all.",
    help: 'Map users to their addresses in a table, and name it with "senders".',
  }));

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "listener-auth-not-credentials";

describe("reports", () => {
  test.each([
    "table users { a, b }\nlisten on em0 tls pki p auth <|<users>|>\n",
    "listen on em0 tls pki p auth-optional <|{ a, b }|>\n",
    'table users "/etc/mail/users"\nlisten on em0 tls pki p auth <|<users>|>\n',
  ])("%j", (text) => expectMarked(code, text, { readTableKind: () => "list" }));
});

describe("is silent about", () => {
  test.each([
    "table users { a = b }\nlisten on em0 tls pki p auth <users>\n",
    "listen on em0 tls pki p auth { a = b }\n",
    "listen on em0 tls pki p auth\n",
    "listen on em0 tls pki p auth users\n",
    'table users "/etc/mail/users"\nlisten on em0 tls pki p auth <users>\n',
    "table users passwd:/etc/mail/users\nlisten on em0 tls pki p auth <users>\n",
    "listen on em0 tls pki p auth <undefined>\n",
    "table users { a, b }\naction a mbox\nmatch auth <users> for any action a\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("names the table and points at it", () => {
  const text = "table users { a, b }\nlisten on em0 tls pki p auth <users>\n";
  expectMessage(code, text, {
    message: 'The table "users" is a list, which holds no passwords, and smtpd answers every login with 421.',
    help: '"auth" wants a mapping: each user with a password hash, as smtpctl encrypt prints it.',
  });
  expectRelated(code, text.replace("users", "<|users|>"));
});

test("has words for a list without a name", () =>
  expectMessage(code, "listen on em0 tls pki p auth { a }\n", {
    message: "A list of values holds no passwords, and smtpd answers every login with 421.",
  }));

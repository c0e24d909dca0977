import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "auth-swallows-word";

describe("reports", () => {
  test.each([
    "listen on em0 tls pki p auth <|mask-source|>\n",
    "listen on em0 tls pki p auth-optional <|users|>\n",
    'listen on em0 tls pki p auth <|"/etc/mail/users"|> tag T\n',
    'word = "users"\nlisten on em0 tls pki p auth <|$word|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 tls pki p auth\n",
    "listen on em0 tls pki p auth mask-src\n",
    "table users { a = b }\nlisten on em0 tls pki p auth <users>\n",
    "listen on em0 tls pki p auth { a = b }\n",
    "listen on em0 tls pki p auth { users }\n",
    "action a relay host smtps://l@mail.example.org auth secrets\n",
    "action a mbox\nmatch auth users for any action a\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what becomes of the word", () =>
  expectMessage(code, "listen on em0 tls pki p auth-optional creds\n", {
    message: '"auth-optional" takes "creds" as a list of users without passwords, and no login succeeds.',
    help: "Name a table in angle brackets, or write nothing to let in the users of the system.",
  }));

test("knows the old word for mask-src", () => {
  const text = "listen on em0 tls pki p auth mask-source tag T\n";
  expectMessage(code, text, { help: 'Since 6.4 "mask-source" is called "mask-src".' });
  expectFixed(code, text, "listen on em0 tls pki p auth mask-src tag T\n");
});

test("knows a table that lacks its brackets", () => {
  const table = "table users file:/etc/mail/users\n";
  expectMessage(code, `${table}listen on em0 tls pki p auth users\n`, { help: "A table is named in angle brackets." });
  expectFixed(code, `${table}listen on em0 tls pki p auth users`, `${table}listen on em0 tls pki p auth <users>`);
  expectFixed(code, "table t.x { a = b }\nlisten on em0 auth t.x", 'table t.x { a = b }\nlisten on em0 auth <"t.x">');
});

test("knows an option that is misspelled", () => {
  const text = "listen on em0 tls pki p auth recieved-auth\n";
  expectMessage(code, text, { help: 'Did you mean the option "received-auth"?' });
  expectFixed(code, text, "listen on em0 tls pki p auth received-auth\n");
});

test("asks for a table where a file is named", () =>
  expectMessage(code, "listen on em0 tls pki p auth file:/etc/mail/users\n", {
    help: "Define a table for it, and name that table in angle brackets.",
  }));

test("does not touch what a macro wrote", () =>
  expectNoFix(code, 'w = "mask-source"\nlisten on em0 tls pki p auth $w\n'));

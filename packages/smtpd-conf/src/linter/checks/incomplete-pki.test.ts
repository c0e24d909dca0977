import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "incomplete-pki";

test("marks the name of a pki without a certificate or a key", () => {
  expectMarked(code, 'pki <|mail.example.org|> cert "/a"\n');
  expectMarked(code, 'pki <|mail.example.org|> key "/a"\n');
  expectMarked(code, 'pki <|"*"|> dhe none\n');
  expectMarked(code, "pki <|mail.example.org|>\n");
});

test("marks the first statement of several", () =>
  expectMarked(code, 'pki <|a|> cert "/a"\npki b cert "/b" key "/b"\npki a dhe auto\n'));

test("adds up the statements of a name in upper and lower case", () =>
  expectSilent(code, 'pki Mail.Example.Org cert "/a"\npki mail.example.org key "/b"\n'));

test("adds up statements in included files", () =>
  expectSilent(code, 'pki a cert "/a"\ninclude "key.conf"\n', { files: { "key.conf": 'pki a key "/b"\n' } }));

test("takes an empty path for a path", () => expectSilent(code, 'pki a cert "" key ""\n'));

test("has nothing to say where a statement is broken: what is missing may stand in it", () => {
  expectSilent(code, 'pki a cert "/a"\npki a key /b\n');
  expectMarked(code, 'pki a cert "/a" kye "/b"\npki <|b|> cert "/b"\n');
});

test("says what is missing", () => {
  const message = 'The pki "a" has no certificate and no key, and smtpd does not start without.';
  expectMessage(code, "pki a\n", { message, help: 'Add cert "/path/to/file" key "/path/to/file".' });
  expectMessage(code, 'pki a cert "/a"\n', {
    message: 'The pki "a" has no key, and smtpd does not start without.',
    help: 'Add key "/path/to/file".',
  });
});

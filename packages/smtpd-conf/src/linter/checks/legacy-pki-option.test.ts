import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-pki-option";

test("marks the old words", () => {
  expectMarked(code, 'pki x <|certificate|> "/c"\n');
  expectMarked(code, 'pki x key "/k" <|certificate|> "/c"\n');
  expectMarked(code, 'pki x cert "/c" key "/k" <|dhparams|> "/d"\n');
  expectMarked(code, 'pki x <|ca|> "/c"\n');
  expectMarked(code, 'ca x <|certificate|> "/c"\n');
});

test("writes cert for certificate", () => {
  expectFixed(code, 'pki x certificate "/c" key "/k"\n', 'pki x cert "/c" key "/k"\n');
  expectFixed(code, 'ca x certificate "/c"\n', 'ca x cert "/c"\n');
});

test("suggests dhe auto for a file of parameters", () =>
  expectFixed(code, 'pki x cert "/c" dhparams "/d" key "/k"\n', 'pki x cert "/c" dhe auto key "/k"\n'));

test("says what became of ca, which takes a statement of its own", () => {
  expectMessage(code, 'pki x ca "/c"\n', {
    message: '"ca" is no part of a pki any more: it is a statement of its own.',
    help: 'Write ca NAME cert "/c", and give "ca NAME" to the listeners and relays that need it.',
  });
  expectNoFix(code, 'pki x ca "/c"\n');
});

test("is content with the new words, and with such names", () =>
  expectSilent(code, 'pki certificate cert "/c" key "/k" dhe auto\nca dhparams cert certificate\n'));

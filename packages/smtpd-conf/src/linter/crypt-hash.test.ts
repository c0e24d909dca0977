import { expect, test } from "vitest";
import { behindScheme, isCryptHash, isMarkedHash, passwordIn } from "./crypt-hash.ts";

test.each([
  "$2b$10$abcdefghijklmnopqrstuv",
  "$2y$12$abcdefghijklmnopqrstuv",
  "$6$rounds=5000$salt$hash",
  "$5$salt$abcdefgh",
  "$1$salt$abcdefgh",
  "$y$j9T$salt$hash",
  "$argon2id$v=19$m=65536$hash",
  "$sha1$40000$salt$hash",
])("%s is a hash", (text) => {
  expect(isCryptHash(text)).toBe(true);
  expect(isMarkedHash(text)).toBe(true);
});

test.each(["_J9..rasmBYk8r9AiWNc", "rl.3StKT.4T8M"])("%s is a hash that could be a password", (text) => {
  expect(isCryptHash(text)).toBe(true);
  expect(isMarkedHash(text)).toBe(false);
});

test.each(["secret", "", "$ecret", "$6$", "{BLF-CRYPT}$2b$10$abcdefghijklmnopqrstuv", "correct horse battery"])(
  "%j is none",
  (text) => expect(isCryptHash(text)).toBe(false),
);

test.each([
  ["{BLF-CRYPT}$2b$10$x", "$2b$10$x"],
  ["{PLAIN}secret", "secret"],
  ["$2b$10$x", undefined],
  ["{x", undefined],
])("behind the scheme of %s stands %s", (text, rest) => expect(behindScheme(text)).toBe(rest));

test.each([
  ["alice:secret", "secret"],
  ["secret", "secret"],
  ["alice:a:b", "a:b"],
])("the password in %s is %s", (text, password) => expect(passwordIn(text)).toBe(password));

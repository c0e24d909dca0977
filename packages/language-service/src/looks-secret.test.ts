import { expect, test } from "vitest";
import { looksSecret } from "./looks-secret.ts";

test.each([
  "$2b$10$abcdefghijklmnopqrstuv",
  "$6$salt$hash",
  "{SHA512-CRYPT}$6$salt$hash",
  "joe:swordfish",
  "joe@example.org:sword-fish",
  "smtps://joe:swordfish@mail.example.org",
])("a secret: %s", (text) => expect(looksSecret(text)).toBe(true));

test.each([
  "example.org",
  "*.example.org",
  "joe@example.org",
  "192.0.2.0/24",
  "2001:db8::/32",
  "::1",
  "[2001:db8::1]:25",
  "mail.example.org:587",
  "smtp+tls://label@mail.example.org:587",
  "|/usr/bin/vacation",
  ":include:/etc/mail/list",
  "$",
])("no secret: %s", (text) => expect(looksSecret(text)).toBe(false));

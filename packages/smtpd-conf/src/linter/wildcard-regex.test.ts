import { expect, test } from "vitest";
import { regexForWildcards } from "./wildcard-regex.ts";

test.each([
  ["*.example.org", "\\.example\\.org$"],
  ["mail.example.*", "^mail\\.example\\."],
  ["mx*.example.org", "^mx.*\\.example\\.org$"],
  ["*a**b*", "a.*b"],
  ["a+b", "^a\\+b$"],
  ["**", ""],
])("%s as a regular expression is %s", (text, pattern) => expect(regexForWildcards(text)).toBe(pattern));

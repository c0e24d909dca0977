import { expect, test } from "vitest";
import { looksLikeDomain } from "./looks-like-domain.ts";

test.each([
  "example.org",
  "mail.example.co.uk",
  "Example.COM",
  "*.example.net",
  "*example.org",
  ".example.org",
  "srv1.lan",
])("%s looks like a domain", (text) => expect(looksLikeDomain(text)).toBe(true));

test.each(["root", "first.last", "j.r.hartley", "192.168.0.1", "a b.org", "*", "org", ".", "a..org", ""])(
  "%j does not",
  (text) => expect(looksLikeDomain(text)).toBe(false),
);

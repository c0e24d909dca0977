import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-global-option";

test("marks the old word", () => {
  expectMarked(code, "<|expire|> 4d\n");
  expectMarked(code, "<|max-message-size|> 50M\n");
  expectMarked(code, "queue encryption <|key|> k\n");
});

test("writes the statement of today", () => {
  const statements = {
    "expire 4d": "queue ttl 4d",
    "bounce-warn 1h, 6h": "bounce warn-interval 1h, 6h",
    "max-message-size 50M": "smtp max-message-size 50M",
    "max-mta-deferred 100": "mta max-deferred 100",
    "ciphers HIGH": "smtp ciphers HIGH",
    "subaddressing-delimiter +": 'smtp sub-addr-delim "+"',
    "limit session max-rcpt 100": "smtp limit max-rcpt 100",
    "limit scheduler max-inflight 9": "scheduler limit max-inflight 9",
    "limit mta for domain x inet4": "mta limit for domain x inet4",
    "queue encryption key 0123456789abcdef0123456789abcdef": "queue encryption 0123456789abcdef0123456789abcdef",
    "set queue ttl 4d": "queue ttl 4d",
  };
  for (const [old, today] of Object.entries(statements)) expectFixed(code, `${old}\n`, `${today}\n`);
});

test("knows that the warnings cannot be switched off any more", () => {
  expectMessage(code, "bounce-warn\n", {
    message: '"bounce-warn" without a delay has no counterpart since 6.4: senders are always told of a delay.',
    help: "Name the delay after which they are: bounce warn-interval 4h.",
  });
  expectNoFix(code, "bounce-warn\n");
});

test("says since when", () =>
  expectMessage(code, "expire 4d\n", {
    message: 'Since 6.4, "expire" is called "queue ttl".',
    help: 'Write "queue ttl".',
  }));

test("is content with macros of such names", () => {
  expectSilent(code, 'expire = 4d\nsize = "5M"\nqueue ttl $expire\n');
  expectSilent(code, "limit = 5\n");
});

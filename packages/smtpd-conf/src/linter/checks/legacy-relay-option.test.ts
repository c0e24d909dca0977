import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-relay-option";
const relay = (options: string) => `action a relay ${options}\n`;

test("marks the first old word", () => {
  expectMarked(code, relay("<|via|> x as y"));
  expectMarked(code, relay('host x <|as|> "@y"'));
  expectMarked(code, relay("<|hostname|> x"));
  expectMarked(code, relay("tls <|verify|>"));
});

test("renames all of them in one go", () => {
  expectFixed(code, relay('as "@y" source <s> hostname h'), relay('mail-from "@y" src <s> helo h'));
  expectFixed(code, relay("hostnames <n> expire 4d"), relay("helo-src <n> ttl 4d"));
  expectFixed(code, relay("backup mx2"), relay("backup mx mx2"));
});

test("leaves verify out", () => expectFixed(code, relay("tls verify helo x"), relay("tls helo x")));

test("writes URLs as they are written today", () => {
  const today = {
    "tls+auth://l@h": "smtp+tls://l@h",
    "TLS://h": "smtp+tls://h",
    "smtps+auth://l@h:465": "smtps://l@h:465",
    "smtp+tls://h": "smtp://h",
    "smtp://h": "smtp+notls://h",
    "secure://h": "smtp+tls://h",
  };
  for (const [old, url] of Object.entries(today)) expectFixed(code, relay(`via ${old}`), relay(`host "${url}"`));
  expectFixed(code, relay("via mail.example.org verify auth <s>"), relay("host mail.example.org auth <s>"));
});

test("has no fix for a sender without a domain", () => {
  expectMessage(code, relay("as anna"), {
    message: 'Since 6.4, "as" is called "mail-from", and it adds no domain.',
    help: 'Write mail-from "anna@" with the name of the server after it.',
  });
  expectNoFix(code, relay("as anna"));
});

test("has nothing to say of other actions, and of values", () => {
  expectSilent(code, "action a mbox via x\n");
  expectSilent(code, relay('host "via" helo source'));
});

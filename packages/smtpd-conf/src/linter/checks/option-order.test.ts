import { test } from "vitest";
import { expectFixed, expectMarked, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "option-order";
const secrets = 'table s { l = "u:p" }\n';

test("marks auth before host or domain, and swaps them", () => {
  expectMarked(code, `${secrets}action a relay <|auth <s>|> host "smtps://l@h"\n`);
  expectMarked(code, `${secrets}action a relay <|auth <s>|> tls domain { a = b }\n`);
  expectRelated(code, `${secrets}action a relay auth <s> <|host "smtps://l@h"|>\n`);
  expectFixed(code, `${secrets}action a relay auth <s> tls host h\n`, `${secrets}action a relay host h tls auth <s>\n`);
});

test("marks what stands after ttl, and moves ttl", () => {
  expectMarked(code, "action a relay ttl 1d <|host|> h\n");
  expectMarked(code, "action a mbox ttl 1d <|alias|> <x>\n");
  expectFixed(code, "action a relay ttl 1d host h tls\n", "action a relay host h tls ttl 1d\n");
});

test("marks a word that belongs directly after another, and moves it", () => {
  expectFixed(code, "action a maildir user x junk\n", "action a maildir junk user x\n");
  expectFixed(code, 'action a lmtp "/s" user x rcpt-to\n', 'action a lmtp "/s" rcpt-to user x\n');
  expectFixed(code, "action a relay tls helo x no-verify\n", "action a relay tls no-verify helo x\n");
  expectFixed(code, "listen on lo smtps tag x verify\n", "listen on lo smtps verify tag x\n");
});

test("has no fix for a name that would have to move too", () => {
  expectMarked(code, "action a relay backup helo x <|mx|> y\n");
  expectNoFix(code, "action a relay backup helo x mx y\n");
});

test("marks a condition after the action, and moves the action", () => {
  expectMarked(code, "match action a <|from|> any\n");
  expectFixed(code, "match action a from any for local\n", "match from any for local action a\n");
  expectFixed(code, "match from any reject !for local\n", "match from any !for local reject\n");
});

test("marks a negation after its keyword, and moves it", () => {
  expectMarked(code, "match from <|!|> src x reject\n");
  expectFixed(code, "match from ! src x reject\n", "match !from src x reject\n");
  expectFixed(code, "match for !domain x reject\n", "match !for domain x reject\n");
  expectFixed(code, "match tag ! X reject\n", "match !tag X reject\n");
  expectNoFix(code, "match !from !any reject\n");
});

test("has no fix for a line that a macro is part of", () =>
  expectNoFix(code, 'p = "ttl 1d"\naction a relay $p host h\n'));

test("is content with the order of smtpd", () => {
  expectSilent(code, `${secrets}action a relay tls no-verify host h auth <s> ttl 1d\n`);
  expectSilent(code, "match ! from src x !for domain y action a\n");
});

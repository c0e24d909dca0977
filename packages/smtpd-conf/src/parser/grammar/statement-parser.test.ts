import { describe, expect, test } from "vitest";
import { Scanner } from "../lexer/scanner.ts";
import type { Token } from "../lexer/token.ts";
import { StatementParser } from "./statement-parser.ts";

/** Throws where Chevrotain finds a mistake in the grammar. */
const validated = new StatementParser(true);
const quick = new StatementParser();

function tokensOf(text: string): Token[] {
  const scanner = new Scanner({ kind: "file", path: "smtpd.conf", text, encoding: "utf8" }, "7.9", new Map());
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) tokens.push(token);
  if (tokens.at(-1)?.kind === "Newline") tokens.pop();
  return tokens;
}

const statements = [
  'name = "value"',
  'include "/etc/mail/more.conf"',
  "admd example.org",
  "bounce warn-interval 1h, 2d",
  "ca example.org cert x",
  "pki example.org cert x key y dhe auto",
  "mda limit max-session 3 task-lowat 4",
  "mda wrapper w x",
  "mta max-deferred 10",
  "mta limit for domain example.org max-conn-per-host 3 inet4",
  "scheduler limit",
  "queue compression",
  "queue encryption",
  "queue ttl 4d",
  "smtp limit max-rcpt 100",
  "smtp max-message-size 10",
  "srs key backup x",
  "proc p x user u group g chroot c",
  "filter f proc-exec x user u",
  "filter f proc p",
  'filter f phase rcpt-to match !rcpt-to regex { a, b } reject "550 no"',
  "filter f chain { a b,\nc\n}",
  "table t { a = b,\nc => d }",
  "table t file:/x",
  "listen on lo port smtps tls-require verify pki p auth <t> senders <s> masquerade filter { a }",
  "listen on socket filter f mask-src tag t no-dsn",
  "action a maildir x junk user u virtual { a = b } ttl 4d",
  "action a lmtp x rcpt-to alias <a>",
  "action a relay backup mx x tls no-verify src y srs filter f",
  "match !from src regex <t> for domain { a b } auth !helo x action a",
  "match reject",
  "match from rdns for rcpt-to <t> action a action b",
  "listen on lo port",
  "table t { }",
  "queue ttl 4 d",
];

describe("lookahead", () => {
  test("Chevrotain's own analysis finds no ambiguity with one token", () => {
    expect(() => new StatementParser(true)).not.toThrow();
  });

  test.each(statements)("decides as Chevrotain's own strategy does: %s", (text) => {
    const tokens = tokensOf(text);
    expect(quick.parse(tokens)).toEqual(validated.parse(tokens));
  });
});

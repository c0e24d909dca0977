import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "addrname-format";

describe("reports", () => {
  test.each([
    'action a relay helo-src { <|"2001:db8::1"|> = mx.a.org }',
    'listen on lo hostnames { "192.0.2.1" = mx.a.org, <|mx.a.org|> = "192.0.2.1" }',
    'listen on lo hostnames { <|"192.0.2.0/24"|> = mx.a.org, <|"192.0.2.01"|> = mx.a.org }',
    'listen on lo hostnames { <|"[2001:db8:0::1]"|> = mx.a.org }',
    'listen on lo hostnames { "192.0.2.1" = <|"mx a"|>, "192.0.2.2" = <|"mx.a.org."|> }',
  ])("%j", (text) => expectMarked(code, text));

  test("IPv6 addresses up to 7.7", () => {
    expectMarked(code, 'listen on lo hostnames { <|"[::1]"|> = a.org, <|"::2"|> = b.org }', { target: "7.7" });
    expectSilent(code, 'listen on lo hostnames { "[::1]" = a.org }', { target: "7.8" });
  });

  test("a key of a file", () =>
    expectMarked(code, "table t file:/n\naction a relay helo-src <t>", {
      files: { "/n": "192.0.2.1 mx.a.org\n<|192.0.2.0/24|> mx.b.org\n[2001:db8::1] mx.c.org\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'action a relay helo-src { "192.0.2.1" = mx.a.org, "[2001:DB8::1]" = "[192.0.2.1]", "[fe80::1%em0]" = a_b }',
    'listen on lo hostnames { "192.0.2.*" = mx.a.org, "<address>" = a.org, "192.0.2.1" = "<name>" }',
    'listen on lo hostnames { "192.0.2.1" }',
    "table t db:/x\nlisten on lo hostnames <t>",
    "action a relay src mx.a.org",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is looked up", () => {
  expectMessage(code, 'listen on lo hostnames { "::1" = a.org }', {
    message: '"::1" is never looked up: smtpd asks for "[::1]" as it stands.',
    help: 'Write "[::1]".',
  });
  expectMessage(code, "listen on lo hostnames { mail = a.org }", {
    message: '"mail" is never looked up: it is no single address.',
    help: "A key is an address of this machine.",
  });
  expectMessage(
    code,
    'listen on lo hostnames { "::1" = a.org }',
    {
      message: 'Up to 7.7 the look-up of an IPv6 address always fails, so "::1" has no effect.',
      help: "The entry works from 7.8 on.",
    },
    { target: "7.3" },
  );
  expectMessage(code, 'listen on lo hostnames { "192.0.2.1" = "a b" }', {
    message: '"a b" is no host name, and smtpd greets other servers with it as it stands.',
    help: "Write one full host name.",
  });
});

test("writes the address as smtpd does", () =>
  expectFixed(
    code,
    'listen on lo hostnames { "2001:DB8:0::1" = a.org }',
    'listen on lo hostnames { "[2001:db8::1]" = a.org }',
  ));

test("does not guess an address", () => expectNoFix(code, "listen on lo hostnames { mail = a.org }"));

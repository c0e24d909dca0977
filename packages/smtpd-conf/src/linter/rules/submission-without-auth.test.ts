import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "submission-without-auth";
const rest = 'pki p cert "/c" key "/k"\naction a relay\nmatch for any action a\n';

function before(listener: string): string {
  return `pki p cert "/c" key "/k"\n${listener}\naction a relay\nmatch for any action a\n`;
}

describe("reports", () => {
  test.each([
    "listen on em0 <|port 587|> tls-require pki p",
    "listen on 0.0.0.0 <|port submission|>",
    "listen on egress <|port smtps|> smtps pki p",
    "listen on egress <|smtps|> pki p",
  ])("%j", (listener) => expectMarked(code, before(listener)));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 port 587 tls-require pki p auth",
    "listen on em0 smtps pki p auth-optional",
    "listen on em0 port 587 tls-require verify pki p",
    "listen on lo port 587",
    "listen on 10.0.0.1 port 587",
    "listen on em0",
    "listen on em0 port 2525",
  ])("%j", (listener) => expectSilent(code, before(listener)));

  test("a configuration that knows clients by their addresses", () =>
    expectSilent(code, `listen on em0 port 587\n${rest}match from src 192.0.2.0/24 for any action a\n`));
});

test("says what is missing", () => {
  expectMessage(code, before("listen on em0 port 587 tls pki p"), {
    message: "Port 587 is for users who log in, and here they cannot: smtpd treats them as strangers.",
    help: 'Add "auth".',
  });
  expectMessage(code, before("listen on em0 port 587"), { help: 'Add "tls-require", a pki and "auth".' });
});

test("ports: where users hand in mail", () => {
  const given = { ports: [587, 2525] };
  expectMarked(code, before("listen on em0 <|port 2525|>"), { given });
  expectMarked(code, before("listen on em0 <|port 587|>"), { given });
  expectSilent(code, before("listen on em0 port 465"), { given });
});

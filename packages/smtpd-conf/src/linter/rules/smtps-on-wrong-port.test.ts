import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "smtps-on-wrong-port";

describe("reports", () => {
  test.each([
    "listen on em0 port 25 <|smtps|> pki p\n",
    "listen on em0 port 587 <|smtps|> pki p auth\n",
    "listen on lo port submission <|smtps|> pki p\n",
    "listen on em0 port 465 <|tls|> pki p\n",
    "listen on em0 port smtps <|tls-require|> pki p auth\n",
    "listen on em0 <|port 465|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "listen on em0 smtps pki p\n",
    "listen on em0 port 465 smtps pki p\n",
    "listen on em0 port 587 tls-require pki p\n",
    "listen on em0 port 587\n",
    "listen on em0\n",
    "listen on em0 port 4465 smtps pki p\n",
    "listen on lo port 465\n",
    "listen on 10.0.0.1 port 465\n",
    "listen on em0 port 465 proxy-v2\n",
    "listen on socket\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what clients expect", () => {
  expectMessage(code, "listen on em0 port 587 smtps pki p\n", {
    message: "Clients expect plain text first at port 587, and cannot talk to this listener.",
    help: 'Write "tls-require" here, or give the listener another port.',
  });
  expectMessage(code, "listen on em0 port 465 tls pki p\n", {
    message: "Clients expect TLS from the first byte on at port 465, and cannot talk to this listener.",
  });
});

test("suggests the mode of the port", () => {
  expectFixed(code, "listen on em0 port 587 smtps verify pki p", "listen on em0 port 587 tls-require verify pki p");
  expectFixed(code, "listen on em0 port 465 tls pki p", "listen on em0 port 465 smtps pki p");
  expectFixed(code, "listen on em0 port 25 smtps pki p", "listen on em0 port 25 tls pki p");
  expectNoFix(code, 'm = "smtps"\nlisten on em0 port 25 $m pki p\n');
  expectNoFix(code, "listen on em0 port 465\n");
});

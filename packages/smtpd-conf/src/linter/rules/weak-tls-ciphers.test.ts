import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "weak-tls-ciphers";

describe("reports", () => {
  test.each([
    'smtp ciphers <|"HIGH:RC4"|>\n',
    'smtp ciphers <|"ECDHE-RSA-AES128-GCM-SHA256:RC4-SHA"|>\n',
    'listen on lo tls pki p ciphers <|"HIGH:aNULL"|>\n',
    'listen on lo tls pki p ciphers <|"HIGH:3DES:!aNULL"|>\n',
    'action a relay ciphers <|"EDH-RSA-DES-CBC3-SHA"|>\n',
    "action a relay ciphers <|insecure|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'smtp ciphers "HIGH:!aNULL:!MD5:!RC4"\n',
    'smtp ciphers "HIGH:-RC4:+3DES"\n',
    'smtp ciphers "HIGH:MD5+RSA:!MD5"\n',
    "smtp ciphers secure\n",
    'action a relay ciphers "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-AES256-GCM-SHA384"\n',
    'action a relay helo "RC4"\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is the matter", () =>
  expectMessage(code, 'smtp ciphers "HIGH:eNULL"\n', {
    message: 'The ciphers "HIGH:eNULL" let in ENULL: no encryption at all.',
    help: 'Leave the ciphers to the TLS library, or start from "HIGH:!aNULL".',
  }));

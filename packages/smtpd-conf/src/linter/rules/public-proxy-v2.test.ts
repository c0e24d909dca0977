import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "public-proxy-v2";

describe("reports", () => {
  test.each([
    "listen on em0 <|proxy-v2|>\n",
    "listen on 0.0.0.0 port 2525 <|proxy-v2|> tag T\n",
    "listen on :: <|proxy-v2|>\n",
    "listen on 203.0.113.1 tls pki p <|proxy-v2|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "listen on lo proxy-v2\n",
    "listen on 127.0.0.1 proxy-v2\n",
    "listen on 10.1.2.3 proxy-v2\n",
    "listen on fd00::1 proxy-v2\n",
    "listen on em0\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what can be claimed", () =>
  expectMessage(code, "listen on em0 proxy-v2\n", {
    message: 'smtpd believes the client address that anybody who reaches "em0" claims to have, its own included.',
    help: "Listen on the loopback or a private address, and let nobody but the proxy reach it.",
  }));

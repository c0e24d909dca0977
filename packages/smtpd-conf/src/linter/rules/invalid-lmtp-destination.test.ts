import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-lmtp-destination";

describe("reports", () => {
  test.each([
    'action a lmtp <|"unix:/run/lmtp"|>\n',
    'action a lmtp <|"lmtp://127.0.0.1:24"|>\n',
    'action a lmtp <|"inet:localhost:24"|>\n',
    "action a lmtp <|run/lmtp.sock|>\n",
    "action a lmtp <|localhost:lmtp|>\n",
    "action a lmtp <|localhost:|>\n",
    "action a lmtp <|localhost:0|>\n",
    "action a lmtp <|localhost:65536|>\n",
    'action a lmtp <|"::1"|>\n',
    'action a lmtp <|"[::1"|>\n',
    'action a lmtp <|"[::1]24"|>\n',
    'action a lmtp <|"localhost 24"|> rcpt-to\n',
    'action a lmtp <|""|>\n',
    'd = "unix:/run/lmtp"\naction a lmtp <|$d|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'action a lmtp "/run/lmtp"\n',
    "action a lmtp localhost:24\n",
    "action a lmtp localhost\n",
    'action a lmtp "192.0.2.1:2424" rcpt-to\n',
    'action a lmtp "[::1]:24"\n',
    'action a lmtp "[IPv6:::1]"\n',
    'action a lmtp "unix:%{dest.domain}"\n',
    'action a mda "unix:/run/lmtp"\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what happens and what is right", () => {
  const message = 'smtpd cannot connect to "run/lmtp", so that all mail waits in the queue until it expires.';
  expectMessage(code, "action a lmtp run/lmtp\n", { message, help: "The path of a socket must begin with a slash." });
  expectMessage(code, 'action a lmtp "::1"\n', {
    help: "Write the IPv6 address in brackets, and the port behind them: [2001:db8::1]:24.",
  });
});

test("takes a scheme away", () => {
  expectFixed(code, 'action a lmtp "unix:/run/lmtp" rcpt-to\n', 'action a lmtp "/run/lmtp" rcpt-to\n');
  expectFixed(code, "action a lmtp lmtp://localhost:24\n", "action a lmtp localhost:24\n");
  expectFixed(code, "action a lmtp unix:///run/lmtp\n", 'action a lmtp "/run/lmtp"\n');
  expectFixed(code, "action a lmtp lmtp:unix:/run/lmtp\n", 'action a lmtp "/run/lmtp"\n');
  expectNoFix(code, "action a lmtp run/lmtp\n");
  expectNoFix(code, "action a lmtp localhost:lmtp\n");
  expectNoFix(code, 'd = "unix:/run/lmtp"\naction a lmtp $d\n');
});

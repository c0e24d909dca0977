import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "lmtp-without-port";

describe("reports", () => {
  test.each([
    "action a lmtp <|localhost|>\n",
    'action a lmtp <|"192.0.2.1"|> rcpt-to\n',
    'action a lmtp <|"[::1]"|>\n',
    "d = localhost\naction a lmtp <|$d|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "action a lmtp localhost:24\n",
    "action a lmtp localhost:25\n",
    'action a lmtp "/run/lmtp"\n',
    'action a lmtp "%{dest.domain}"\n',
    "action a lmtp run/lmtp\n",
    "action a relay host localhost\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says where it connects to", () => {
  expectMessage(code, "action a lmtp localhost\n", {
    message: 'Without a port, smtpd connects to port 25 of "localhost", where SMTP is spoken and not LMTP.',
    help: 'Write the port of the LMTP server, which often is 24: "localhost:24".',
  });
});

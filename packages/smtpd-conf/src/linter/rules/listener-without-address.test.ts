import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "listener-without-address";

describe("reports", () => {
  test.each([
    "listen on 192.0.2.1 <|inet6|>\n",
    "listen on 127.0.0.1 port 2525 <|inet6|> tag T\n",
    "listen on ::1 <|inet4|>\n",
    "listen on fe80::1%em0 <|inet4|>\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "listen on 192.0.2.1 inet4\n",
    "listen on ::1 inet6\n",
    "listen on em0 inet6\n",
    "listen on localhost inet4\n",
    "listen on 192.0.2.1\n",
    "listen on socket\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what smtpd does, and suggests to remove it", () => {
  expectMessage(code, "listen on 192.0.2.1 inet6\n", {
    message: '"192.0.2.1" has no IPv6 address: smtpd prints a warning, starts, and listens nowhere for this line.',
    help: 'Leave "inet6" out.',
  });
  expectFixed(code, "listen on 192.0.2.1 inet6 tag T\n", "listen on 192.0.2.1 tag T\n");
  expectNoFix(code, 'f = "inet4"\nlisten on ::1 $f\n');
});

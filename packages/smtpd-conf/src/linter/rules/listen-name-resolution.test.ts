import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "listen-name-resolution";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `listen on <|mail.example.org|>\n${rest}`,
    `listen on <|"mail.example.org."|> port 25\nnonsense\n`,
    `h = mail.example.org\nlisten on <|$h|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `listen on 192.0.2.1\n${rest}`,
    `listen on 2001:db8::1\n${rest}`,
    `listen on ::ffff:192.0.2.1\n${rest}`,
    `listen on eth0.100\n${rest}`,
    `listen on localhost\n${rest}`,
    `listen on socket\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says when it is looked up", () => {
  expectMessage(code, `listen on mail.example.org\n${rest}`, {
    message: 'smtpd looks up "mail.example.org" when it starts, and does not start without an answer.',
    help: "Write the address itself, or the name of the interface.",
  });
  expectNoFix(code, `listen on mail.example.org\n${rest}`);
});

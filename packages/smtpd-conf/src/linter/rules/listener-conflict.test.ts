import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent, machineWith } from "../testing.ts";

const code = "listener-conflict";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    "listen on lo\nlisten on <|lo|>\n",
    "listen on lo port 25\nlisten on <|lo|> tag T\n",
    "listen on em0 port 25\nlisten on <|em0|> port smtp\n",
    "listen on mail.example.org\nlisten on em0\nlisten on <|mail.example.org|>\n",
    "listen on 192.0.2.1\nlisten on <|192.0.2.1|> inet4\n",
    "listen on em0\nlisten on <|em0|> inet6\n",
    "listen on 127.0.0.1\nlisten on <|lo0|>\n",
    "listen on lo\nlisten on <|::1|>\n",
    "listen on localhost\nlisten on <|127.0.0.1|>\n",
    "listen on lo0\nlisten on <|localhost|>\n",
    "listen on ::1\nlisten on <|::1|>\n",
    "listen on all\nlisten on <|lo0|>\n",
    "listen on em0\nlisten on <|all|> tag T\n",
    "listen on em0 port www\nlisten on <|em0|> port www\n",
    "listen on lo\nlisten on <|lo|>\nlisten on <|lo|>\n",
  ])("%j", (text) => expectMarked(code, text + rest));
});

describe("is silent about", () => {
  test.each([
    "listen on lo\nlisten on lo port 587\n",
    "listen on em0 inet4\nlisten on em0 inet6\n",
    "listen on 0.0.0.0\nlisten on ::\n",
    "listen on 127.0.0.1\nlisten on ::1\n",
    "listen on localhost\nlisten on ::1\n",
    "listen on lo0\nlisten on em0\n",
    "listen on egress\nlisten on em0\n",
    "listen on all inet4\nlisten on lo0 inet6\n",
    "listen on all port 587\nlisten on lo0\n",
    "listen on 127.0.0.1 inet6\nlisten on 127.0.0.1\n",
    "listen on socket\nlisten on lo\n",
  ])("%j", (text) => expectSilent(code, text + rest));
});

describe("an address that stands for all", () => {
  test.each([
    "listen on lo\nlisten on <|0.0.0.0|>\n",
    "listen on 0.0.0.0\nlisten on <|eth0|>\n",
    "listen on ::\nlisten on <|enp1s0|> inet6\n",
    "listen on lo port 587\nlisten on 0.0.0.0\nlisten on <|192.0.2.1|>\n",
  ])("shuts out the others on Linux: %j", (text) => expectMarked(code, text + rest));

  test.each([
    "listen on lo0\nlisten on 0.0.0.0\n",
    "listen on 0.0.0.0\nlisten on 127.0.0.1\n",
    "listen on 0.0.0.0\nlisten on all\n",
    "listen on 0.0.0.0\nlisten on eth0 inet6\n",
    "listen on lo inet6\nlisten on 0.0.0.0\n",
  ])("bears them elsewhere, and other families: %j", (text) => expectSilent(code, text + rest));

  test("asks the machine where there is one", () => {
    const text = "listen on 127.0.0.1\nlisten on <|0.0.0.0|>\n";
    expectMarked(code, text + rest, { machine: machineWith({}, { interfaces: ["lo", "eth0"] }) });
    expectSilent(code, text.replaceAll(/<\||\|>/g, "") + rest, { machine: machineWith({}, { interfaces: ["lo0"] }) });
  });
});

test("names the port and points at the earlier listener", () => {
  const text = `listen on <|lo|>\nlisten on lo\n${rest}`;
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: 'Port 25 of "lo" is taken by an earlier listener, and smtpd exits when it starts.',
    help: "Leave one of the two out, or give it another port.",
  });
  expectRelated(code, text);
});

import { describe, test } from "vitest";
import type { Machine } from "../machine.ts";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-listen-address";

describe("without a machine", () => {
  test.each([
    '"*"',
    '""',
    '"a b"',
    "127.0.0.1:25",
    "127.0.0.1/8",
    '"[::1]"',
    "mail.example.org:25",
    '"smtp://127.0.0.1"',
    "2001:db8::1::2",
    "1:2:3:4:5:6:7:8:9",
    "12345::1",
    "::ffff:1.2.3.400",
    "fe80::1%",
    '" 127.0.0.1"',
  ])("%s can be nothing", (address) => expectMarked(code, `listen on <|${address}|>\n`));

  test.each([
    "lo",
    "127.0.0.1",
    "0.0.0.0",
    "::",
    "::1",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::ffff:192.0.2.1",
    "fe80::1%em0",
    "localhost",
    "mail.example.org.",
    "all",
    "egress",
    "eth0:1",
    '"veth@if0"',
  ])("%s could be something", (address) => expectSilent(code, `listen on ${address}\n`));
});

test("has nothing to say of the socket", () => expectSilent(code, "listen on socket\n"));

test("marks the macro that the address comes from", () =>
  expectMarked(code, 'lan = "192.0.2.1:25"\nlisten on <|$lan|>\n'));

describe("takes the address apart:", () => {
  test.each([
    ["127.0.0.1:25", "127.0.0.1 port 25"],
    ['"[::1]:25"', "::1 port 25"],
    ['"[::1]"', "::1"],
    ["mail.example.org:25", "mail.example.org port 25"],
    ["127.0.0.1/8", "127.0.0.1"],
    ["::1/128", "::1"],
  ])("%s becomes %s", (from, to) => expectFixed(code, `listen on ${from} tag A\n`, `listen on ${to} tag A\n`));

  test("but not where a port is given already", () => expectNoFix(code, "listen on 127.0.0.1:25 port 587\n"));
});

test("says what to write instead", () => {
  expectMessage(code, "listen on 127.0.0.1:25\n", {
    message: '"127.0.0.1:25" is no interface, address or host name, and smtpd refuses to listen there.',
    help: "Write: listen on 127.0.0.1 port 25.",
  });
  expectMessage(code, 'listen on "*"\n', {
    help: 'To listen on all addresses write two listeners, on "0.0.0.0" and on "::".',
  });
});

describe("with a machine", () => {
  const machine: Machine = {
    resolves: (address, family) => address === "lo" || (address === "127.0.0.1" && family !== "inet6"),
    interfaces: ["lo"],
    hasService: () => undefined,
    hasTableProgram: () => undefined,
    fileProblem: () => undefined,
  };

  test("marks what it does not know", () => {
    expectMarked(code, "listen on lo\nlisten on <|em0|>\nlisten on <|all|>\n", { machine });
    expectMarked(code, "listen on 127.0.0.1\nlisten on <|127.0.0.1|> inet6\n", { machine });
  });

  test("names what it has", () => {
    expectMessage(
      code,
      "listen on em0\n",
      {
        message: '"em0" is no interface, address or host name of this machine.',
        help: 'Name an interface (here "lo"), an address or a host name.',
      },
      { machine },
    );
    const message = '"127.0.0.1" has no IPv6 address on this machine.';
    expectMessage(code, "listen on 127.0.0.1 inet6\n", { message }, { machine });
  });

  test("judges by the text where the machine does not know", () => {
    const silent = { ...machine, resolves: () => undefined };
    expectMarked(code, 'listen on em0\nlisten on <|"*"|>\n', { machine: silent });
  });
});

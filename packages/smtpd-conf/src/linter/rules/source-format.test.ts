import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "source-format";

describe("reports", () => {
  test.each([
    "action a relay src <|mail.a.org|>",
    'action a relay src { "192.0.2.1", <|"192.0.2.0/24"|>, <|em0|> }',
    'action a relay src <|"192.0.2"|>',
    'table t { <|"::1/128"|> }\naction a relay src <t>\naction b relay src <t>',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/s\naction a relay src <t>", { files: { "/s": "192.0.2.1\n<|em0|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'action a relay src { "192.0.2.1", "2001:db8::1", "[2001:db8::1]", "IPv6:2001:db8::1", "fe80::1%em0" }',
    'action a relay src "<address>"',
    'action a relay src "$address"',
    "match from src mail.a.org for any reject",
    "table t db:/x\naction a relay src <t>",
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what to write", () => {
  test.each([
    ["a.org", "Write an address of this machine: names of hosts and interfaces are not looked up."],
    ["10.0.0.0/8", "List single addresses: smtpd takes none out of a network."],
    ["10.0.0.1, 10.0.0.2", 'Make each address an entry of its own: { "192.0.2.1", "192.0.2.2" }.'],
  ])("%s", (entry, help) => {
    const message = `This is no IP address: mail that "${entry}" is chosen for waits in the queue.`;
    expectMessage(code, `action a relay src "${entry}"`, { message, help });
    expectNoFix(code, `action a relay src "${entry}"`);
  });
});

describe("IPv6 addresses", () => {
  const text = 'action a relay src { "192.0.2.1", "2001:db8::1", <|"[2001:db8::2]"|> }';

  test("in brackets fail up to 7.4", () => {
    expectMarked(code, text, { target: "7.4" });
    expectFixed(code, 'action a relay src "[::1]"', 'action a relay src "::1"', { target: "6.8.0" });
    expectMessage(
      code,
      'action a relay src "[::1]"',
      {
        message:
          'Up to 7.4 an IPv6 address cannot stand in brackets here: mail that "[::1]" is chosen for waits in the queue.',
        help: "Remove the brackets.",
      },
      { target: "7.4" },
    );
  });

  test.each(["7.5", "7.6", "7.7"] as const)("fail in %s", (target) => {
    expectMarked(code, text.replace('"2001:db8::1"', '<|"2001:db8::1"|>'), { target });
    expectMessage(
      code,
      'action a relay src "::1"',
      {
        message:
          'From 7.5 to 7.7 smtpd can read no IPv6 address here: mail that "::1" is chosen for waits in the queue.',
        help: "It works from 7.8 on.",
      },
      { target },
    );
  });

  test("work in 7.8", () => expectSilent(code, text.replace(/<\||\|>/g, ""), { target: "7.8" }));
});

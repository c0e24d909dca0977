import { describe, expect, test } from "vitest";
import { scenariosOf, type TestOptions } from "./testing.ts";

function sourcesOf(text: string, options: TestOptions = {}): readonly string[] {
  return scenariosOf(text, options)[0]?.sources ?? [];
}

test("there are sessions of strangers, of users and on the socket, and the forwards of each", () => {
  const kinds = scenariosOf("listen on em0 tag A\nlisten on em1 port 26\nlisten on socket tag S\n");
  expect(
    kinds.map(({ session, authenticated, internal, tags }) => [session, authenticated, internal, ...tags]),
  ).toEqual([
    ["network", false, false, "A", ""],
    ["network", true, false, "A", ""],
    ["socket", true, false, "S"],
    ["network", false, true, "A", ""],
    ["network", true, true, "A", ""],
    ["socket", true, true, "S"],
  ]);
});

test.each([
  ["6.6.4", "local"],
  ["6.7.1", ""],
] as const)("in %s, the socket has the tag %j if none is given", (target, tag) => {
  expect(scenariosOf("", { target })[2]?.tags).toEqual([tag]);
});

describe("clients come from", () => {
  const machine = { hostname: "mx", addresses: ["192.0.2.1", "fe80::1%em0"] };
  const rule = 'match from src "[fe80::2%em0]" for any reject\n';

  test.each<[what: string, text: string, source: string, isThere: boolean, options?: TestOptions]>([
    ["the machine's own addresses", "", "192.0.2.1", true, { machine }],
    ["but for link-local ones", "", "[fe80::1%em0]", false, { machine }],
    ["link-local addresses that a rule names", rule, "[fe80::2%em0]", true],
    ["but not before smtpd had them", rule, "[fe80::2%em0]", false, { target: "6.8.0" }],
    ["the socket, if a proxy says so", "listen on em0 proxy-v2\n", "local", true],
    ["but not otherwise", "listen on em0\n", "local", false],
  ])("%s", (_what, text, source, isThere, options) => {
    expect(sourcesOf(text, options).includes(source)).toBe(isThere);
  });
});

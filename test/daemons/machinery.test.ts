import { expect, test } from "vitest";
import { makeScenario } from "./generator/scenario.ts";
import { readTrace } from "./inside/trace.ts";

test("a seed gives the same scenario every time", () => {
  for (let index = 0; index < 100; index += 1) {
    expect(makeScenario(3, index, "7.9")).toEqual(makeScenario(3, index, "7.9"));
  }
  expect(makeScenario(3, 1, "7.9")).not.toEqual(makeScenario(4, 1, "7.9"));
});

test("every condition of a rule is tried, in every form", () => {
  const text = Array.from({ length: 400 }, (_, index) => makeScenario(5, index, "7.9").text).join("");
  const words = "tag|from src|from rdns|from auth|from mail-from|for domain|for rcpt-to|helo|auth|mail-from|rcpt-to";
  const forms = words.split("|").flatMap((word) => [`${word} "`, `${word} {`, `${word} <`, `${word} regex`]);
  const plain = [
    "from any",
    "from local",
    "from socket",
    "for any",
    "for local",
    "tls",
    "! tls",
    "! auth",
    "from auth ",
  ];
  expect([...forms, ...plain].filter((form) => !text.includes(` ${form}`))).toEqual([]);
});

test("a trace tells the first decision, and the tables that were asked for it", () => {
  const lines = [
    'lookup: match "192.0.2.1" as NETADDR in table static:<anyhost> -> true',
    'lookup: match "example.org" as domain in table static:domains -> false',
    "rule #2 matched: match from any for domain <domains> action reject",
    'lookup: match "local" as NETADDR in table static:<localhost> -> true',
    "rule #3 matched: match from local for any action out",
  ];
  expect(readTrace(lines)).toEqual({
    rule: 2,
    outcome: "reject",
    lookups: [
      { key: "192.0.2.1", service: "netaddr", table: "anyhost", found: true },
      { key: "example.org", service: "domain", table: "domains", found: false },
    ],
  });
  expect(readTrace(lines.slice(3))).toMatchObject({ rule: 3, outcome: "action" });
  expect(readTrace(["no rule matched"])).toEqual({ rule: null, outcome: "no-match", lookups: [] });
  expect(readTrace(["temporary failure in processing of a rule"]).outcome).toBe("temporary-failure");
  expect(readTrace([""]).outcome).toBe("unknown");
});

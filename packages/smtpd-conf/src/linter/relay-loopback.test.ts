import { expect, test } from "vitest";
import type { ActionDirective } from "../parser/ast/nodes.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { relaysToLoopback } from "./relay-loopback.ts";

test.each<[string, boolean]>([
  ["relay host localhost", true],
  ['relay host "smtp://127.0.0.1:10025"', true],
  ['relay host "LMTP://[::1]:24"', true],
  ['relay host { "smtp://mail.example.org", "smtp+notls://localhost:26" }', true],
  ["relay host localhost.example.org", false],
  ['relay host "smtp://mail.example.org"', false],
  ["relay host <t>", false],
  ["relay", false],
  ["mbox", false],
])("action a %s: %s", (options, expected) => {
  const { lines } = parseConfiguration({ path: "smtpd.conf", text: `action a ${options}\n` });
  expect(relaysToLoopback(lines[0] as ActionDirective)).toBe(expected);
});

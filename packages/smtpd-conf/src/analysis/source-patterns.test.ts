import { expect, test } from "vitest";
import { literal } from "./literal.ts";
import { solveProperty } from "./solve.ts";
import { networksImplied } from "./source-patterns.ts";
import { rulesetOf, scenariosOf } from "./testing.ts";

test.each([
  [["^192\\.168\\."], ["192.168.0.0/16"]],
  [
    ["^10\\.1\\.2\\.[0-9]+$", "^172\\.16\\."],
    ["10.1.2.0/24", "172.16.0.0/16"],
  ],
  [["^10\\.1"], ["10.0.0.0/8"]],
  [["^10\\.1\\.2\\.3$"], ["10.1.2.0/24"]],
  [["^10"], undefined],
  [["^10\\.", "x"], undefined],
  [["192\\.168\\."], undefined],
])("%j find nothing outside %j", (keys, networks) => {
  expect(networksImplied({ kind: "KnownTable", name: "t", keys })?.keys).toEqual(networks);
});

test.each([
  ['match from src regex "^192\\.168\\.1\\." for any reject\n', "192.168.1.0"],
  ['match from src regex "^\\[2" for any reject\n', "[2001:db8::9]"],
  ['match from src regex "=" for any reject\n', "none"],
  ['match from src regex "^[1-9]\\.[7]\\.[7]\\.[7]$" for any reject\n', "1.7.7.7"],
  ['match from src regex "^999\\." for any reject\n', "none"],
  ['match from src regex "%em0" for any reject\n', "unknown"],
])("%s is for %s", (text, source) => {
  const [scenario] = scenariosOf(`listen on em0\n${text}`);
  const [condition] = rulesetOf(text).rules[0]?.conditions ?? [];
  if (scenario === undefined || condition === undefined) throw new Error("no such rule");
  const solution = solveProperty("source", [literal(condition, true)], scenario, { delimiter: "+", assume: false });
  expect(solution.kind === "value" ? solution.value : solution.kind).toBe(source);
});

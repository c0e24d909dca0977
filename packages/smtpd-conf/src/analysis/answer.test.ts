import { describe, expect, test } from "vitest";
import { answerFor, constantAnswer, dimensionOf } from "./answer.ts";
import type { Choice, Scenario } from "./scenario.ts";
import { rulesetOf, scenariosOf } from "./testing.ts";

const nothing: Choice = {
  tag: "",
  source: "203.0.113.9",
  rdns: undefined,
  helo: "x",
  username: "u",
  sender: "",
  recipient: "x@y.example",
};

/** The written condition of a rule, and the scenario of that number: strangers, users, the socket, and their forwards. */
function open(words: string, number: number, machine = false) {
  const text = `table unread db:/x\nmatch ${words} reject\n`;
  const known = machine ? { machine: { hostname: "mx", addresses: ["192.0.2.1"] } } : {};
  const [rule] = rulesetOf(text, known).rules;
  const condition = rule?.conditions.find(({ option }) => option !== undefined);
  const scenario = scenariosOf(`listen on em0\n${text}`, known)[number];
  if (condition === undefined || scenario === undefined) throw new Error(words);
  return { condition, scenario };
}

describe("the same for all mail of a kind:", () => {
  test.each<[words: string, scenario: number, answer: string | undefined]>([
    ["from any", 0, "match"],
    ["!from any", 0, "no-match"],
    ["from local", 0, undefined],
    ["from local", 2, "match"],
    ["from local", 3, "match"],
    ["from src 10.0.0.0/8", 3, "no-match"],
    ["from src <unread>", 3, "unknown"],
    ["from socket", 0, "no-match"],
    ["from socket", 2, "match"],
    ["!from socket", 3, "no-match"],
    ["from rdns", 2, "match"],
    ["!from rdns", 3, "no-match"],
    ['for domain { "*", a.example }', 0, "match"],
    ['mail-from { "@" }', 0, "match"],
    ["auth", 1, "match"],
    ["auth bob", 0, "no-match"],
    ["auth bob", 1, undefined],
    ['auth ""', 2, "match"],
    ["!tls", 0, "error"],
  ])("%s in scenario %d: %s", (words, number, answer) => {
    const { condition, scenario } = open(words, number);
    expect(constantAnswer(condition, scenario)).toBe(answer);
  });
});

test.each([
  ["from local", "203.0.113.9", "unknown", "no-match"],
  ["!from local", "203.0.113.9", "unknown", "match"],
  ["from local", "127.0.0.1", "match", "no-match"],
  ["from local", "192.0.2.1", "unknown", "match"],
])("%s of %s: %s, and %s if the machine is known", (words, source, unknown, known) => {
  const answer = (machine: boolean) => {
    const { condition, scenario } = open(words, 0, machine);
    return answerFor(condition, scenario, { ...nothing, source });
  };
  expect([answer(false), answer(true)]).toEqual([unknown, known]);
});

test("the machine can have other names also for what comes out of aliases", () => {
  const { condition, scenario } = open("for local", 3);
  expect(answerFor(condition, scenario, nothing)).toBe("unknown");
});

test("only where a proxy tells of clients does the socket depend on the source", () => {
  const { condition, scenario } = open("from socket", 0);
  const proxied: Scenario = { ...scenario, sources: [...scenario.sources, "local"] };
  expect([dimensionOf(condition, scenario), dimensionOf(condition, proxied)]).toEqual([undefined, "source"]);
  expect(answerFor(condition, proxied, { ...nothing, source: "local" })).toBe("match");
});

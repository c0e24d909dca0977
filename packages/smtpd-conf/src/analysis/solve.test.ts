import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Condition } from "../runtime/match-rule.ts";
import { type Literal, literal } from "./literal.ts";
import { isPossible } from "./possible-text.ts";
import type { Choice, Dimension, Scenario } from "./scenario.ts";
import { isMet, solveProperty } from "./solve.ts";
import { rulesetOf, scenariosOf } from "./testing.ts";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 300);

/** What can be asked of each property, and values that are tried against it. */
interface Playground {
  readonly dimension: Dimension;
  /** Words of a condition, with the entries that fit. */
  readonly conditions: readonly (readonly [words: string, entries: readonly string[]])[];
  readonly values: readonly string[];
}

const names = ["a.example", "mx.a.example", "b.example", "x.y.b.example", "a", "[192.0.2.1]", "nota.example"];
const domains = [...names, "*", "*.example", "*.a.example", "*a.example", "a.*", "", ".a.example"];
const users = ["bob", "bob+x", "+x", "eve", "nobody-of-that-name"];
const addresses = users.flatMap((user) => names.map((name) => `${user}@${name}`));
const mailEntries = [
  ...users,
  "@",
  "",
  "@a.example",
  "@*.example",
  "bob@a.example",
  "bob+x@b.example",
  "bob@",
  "*@a.example",
];
const patterns = [
  "^bob",
  "a\\.example$",
  "^.*@a\\.example$",
  "^\\[[^.:]",
  "x",
  "[0-9]",
  "^[^@]*$",
  "\\+",
  "(",
  "^(.)\\1",
];
const sources = [
  "10.0.0.1",
  "10.1.2.3",
  "192.0.2.1",
  "192.0.2.255",
  "255.255.255.255",
  "[::1]",
  "[2001:db8::5]",
  "[::a01:203]",
];
const networks = [
  "10",
  "10.1",
  "10.0.0.0/8",
  "192.0.2.0/24",
  "192.0.2.1",
  "::1",
  "2001:db8::/32",
  "0.0.0.0/0",
  "::/0",
  "local",
  "junk",
  "0.0.0.0/1",
];

const playgrounds: readonly Playground[] = [
  {
    dimension: "helo",
    conditions: [
      ["helo", domains],
      ["helo regex", patterns],
    ],
    values: names,
  },
  {
    dimension: "rdns",
    conditions: [
      ["from rdns", names],
      ["from rdns regex", patterns],
    ],
    values: names,
  },
  {
    dimension: "sender",
    conditions: [
      ["mail-from", mailEntries],
      ["mail-from regex", patterns],
    ],
    values: ["", ...addresses],
  },
  {
    dimension: "recipient",
    conditions: [
      ["for domain", domains],
      ["for domain regex", patterns],
      ["rcpt-to", mailEntries],
      ["rcpt-to regex", patterns],
    ],
    values: addresses,
  },
  {
    dimension: "username",
    conditions: [
      ["auth", mailEntries],
      ["auth regex", patterns],
    ],
    values: [...users, ...addresses, "bob@eve@a.example", "é"],
  },
  {
    dimension: "source",
    conditions: [
      ["from src", networks],
      ["from src regex", patterns],
    ],
    values: sources,
  },
  {
    dimension: "tag",
    conditions: [
      ["tag", ["A", "b", ""]],
      ["tag regex", ["^a", ".", "x"]],
    ],
    values: ["A", "B", "c", ""],
  },
];

/** The condition that some words make; the rule has to be one that asks nothing else of the property. */
function conditionOf(words: string, entries: readonly string[]): Condition {
  const ruleset = rulesetOf(`match ${words} { ${entries.map((entry) => `"${entry}"`).join(", ")} } reject\n`);
  const found = ruleset.rules[0]?.conditions.find(({ option }) => option !== undefined);
  if (found === undefined) throw new Error(`no condition in ${words}`);
  return found;
}

const listeners = ["A", "B", "c"].map((tag, index) => `listen on em0 port ${25 + index} tag ${tag}\n`).join("");
const scenarios = scenariosOf(`${listeners}listen on em0 port 30\n`, { machine: { hostname: "mx", addresses: [] } });
const scenario = scenarios.find(
  ({ session, authenticated, internal }) => session === "network" && authenticated && !internal,
);
const settings = { delimiter: "+", assume: false };
const blank: Choice = { tag: "", source: "", rdns: undefined, helo: "", username: "", sender: "", recipient: "" };

function literalsOf({ conditions }: Playground): fc.Arbitrary<readonly Literal[]> {
  const one = fc.constantFrom(...conditions).chain(([words, entries]) =>
    fc.tuple(fc.subarray([...entries], { minLength: 1, maxLength: 3 }), fc.boolean()).map(([chosen, wanted]) => {
      return literal(conditionOf(words, chosen), wanted);
    }),
  );
  return fc.array(one, { minLength: 1, maxLength: 4 });
}

describe.each(playgrounds)("$dimension", (playground) => {
  const { dimension, values } = playground;

  test("a value holds, and where there is none, no value does", () => {
    let [found, none] = [0, 0];
    const holds = (literals: readonly Literal[], value: string | undefined) =>
      literals.every((one) => isMet(one, scenario as Scenario, { ...blank, [dimension]: value }, settings));
    const isValue = (value: string) =>
      dimension === "source" || dimension === "tag" || isPossible(dimension, value, { target: "7.9" });
    fc.assert(
      fc.property(literalsOf(playground), (literals) => {
        const solution = solveProperty(dimension, literals, scenario as Scenario, settings);
        if (solution.kind === "value") expect(holds(literals, solution.value)).toBe(true);
        if (solution.kind === "absent") expect(holds(literals, undefined)).toBe(true);
        if (solution.kind === "none")
          expect(values.filter((value) => isValue(value) && holds(literals, value))).toEqual([]);
        found += Number(solution.kind === "value" || solution.kind === "absent");
        none += Number(solution.kind === "none");
      }),
      { numRuns },
    );
    expect(found).toBeGreaterThan(numRuns / 5);
    expect(none).toBeGreaterThan(numRuns / 20);
  });
});

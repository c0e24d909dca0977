import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listenerOf } from "../model/listener.ts";
import { resolveFilters } from "../model/resolve-filters.ts";
import { evaluateCondition } from "../runtime/decide.ts";
import { matchesDomain } from "../runtime/domain-pattern.ts";
import type { Envelope } from "../runtime/envelope.ts";
import { matchesMailAddress } from "../runtime/mail-address.ts";
import { matchesNetwork } from "../runtime/network.ts";
import { buildRuleset } from "../runtime/ruleset.ts";
import { type FilterObstacles, filterObstacles } from "./filter-obstacles.ts";
import { anyEnvelope, modelOf, type TestOptions } from "./testing.ts";

type Greeting = "helo" | "ehlo";

/** The obstacles of the first listener of a configuration. */
function obstaclesIn(text: string, greeting: Greeting, options: TestOptions = {}): FilterObstacles {
  const model = modelOf(text, options);
  const [listener] = model.listeners.map(listenerOf);
  if (listener === undefined) throw new Error("no listener");
  return filterObstacles(resolveFilters(listener, model), greeting, buildRuleset(model));
}

function isStopped(envelope: Envelope, { obstacles }: FilterObstacles): boolean {
  return obstacles.some(({ conditions }) => conditions.every((one) => evaluateCondition(one, envelope) === "match"));
}

type Judge = (envelope: Envelope) => boolean;

const isLoggedIn: Judge = ({ authenticated, source }) => authenticated && source !== "local";

/** Conditions of filters, as smtpd.conf(5) describes them. */
const conditions: Readonly<Record<string, Judge>> = {
  rdns: ({ rdns }) => rdns !== undefined,
  fcrdns: ({ fcrdns }) => fcrdns,
  'rdns "*.a.example"': ({ rdns = "<unknown>" }) => matchesDomain(rdns, "*.a.example"),
  'rdns "<unknown>"': ({ rdns }) => rdns === undefined,
  'src "10.0.0.0/8"': ({ source }) => matchesNetwork(source, "10.0.0.0/8"),
  'helo "a.example"': ({ helo }) => helo === "a.example",
  auth: isLoggedIn,
  'auth "bob"': (envelope) => isLoggedIn(envelope) && envelope.username === "bob",
  'mail-from "@a.example"': ({ mailFrom }) => matchesMailAddress(mailFrom, "@a.example"),
  'mail-from "@"': () => true,
  'mail-from regex "^$"': ({ mailFrom }) => mailFrom === "",
  'rcpt-to "bob"': ({ rcptTo }) => matchesMailAddress(rcptTo, "bob"),
};

/** In the order in which a session comes to them, with the conditions that there can be. `auth` runs when a client connects. */
const phases: Readonly<Record<string, RegExp>> = {
  auth: /^(?:f?c?rdns|src|auth)/,
  connect: /^(?:f?c?rdns|src)/,
  helo: /^(?:f?c?rdns|src|helo)/,
  ehlo: /^(?:f?c?rdns|src|helo)/,
  "mail-from": /^(?:f?c?rdns|src|helo|auth|mail-from)/,
  "rcpt-to": /./,
  data: /^(?:f?c?rdns|src|helo|auth|mail-from)/,
  commit: /^(?:f?c?rdns|src|helo|auth|mail-from)/,
};

interface PlayedFilter {
  readonly phase: string;
  readonly negated: boolean;
  readonly condition: string;
  readonly decision: string;
}

const anyFilter: fc.Arbitrary<PlayedFilter> = fc.constantFrom(...Object.keys(phases)).chain((phase) =>
  fc.record({
    phase: fc.constant(phase),
    negated: fc.boolean(),
    condition: fc.constantFrom(...Object.keys(conditions).filter((condition) => phases[phase]?.test(condition))),
    decision: fc.constantFrom("reject", "disconnect", "bypass", "junk", "report").filter((decision) => {
      return phase !== "commit" || !["bypass", "junk"].includes(decision);
    }),
  }),
);

function textOf(filters: readonly PlayedFilter[]): string {
  const lines = filters.map(({ phase, negated, condition, decision }, index) => {
    const words = ["bypass", "junk"].includes(decision) ? decision : `${decision} "550 no"`;
    return `filter f${index} phase ${phase} match ${negated ? "!" : ""}${condition} ${words}\n`;
  });
  return `${lines.join("")}listen on em0 filter { ${filters.map((_, index) => `f${index}`).join(", ")} }\n`;
}

/** What filter_protocol() does with a session, phase by phase: the first filter that decides is the last one that is asked. */
function isRefused(filters: readonly PlayedFilter[], greeting: Greeting, envelope: Envelope): boolean {
  const order = [["auth", "connect"], [greeting], ["mail-from"], ["rcpt-to"], ["data"], ["commit"]];
  return order.some((names) => {
    const deciding = filters.find(({ phase, condition, negated, decision }) => {
      const seen = names.includes("connect") ? { ...envelope, authenticated: false } : envelope;
      return names.includes(phase) && decision !== "report" && conditions[condition]?.(seen) !== negated;
    });
    return deciding !== undefined && ["reject", "disconnect"].includes(deciding.decision);
  });
}

test("stops what smtpd would refuse, and nothing else", () => {
  let refused = 0;
  const greetings = fc.constantFrom<Greeting>("helo", "ehlo");
  const someFilters = fc.array(anyFilter, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(someFilters, greetings, fc.array(anyEnvelope, { maxLength: 10 }), (filters, greeting, envelopes) => {
      const obstacles = obstaclesIn(textOf(filters), greeting);
      for (const envelope of envelopes.filter(({ internal }) => !internal)) {
        const expected = isRefused(filters, greeting, envelope);
        expect(isStopped(envelope, obstacles), `${textOf(filters)}${JSON.stringify(envelope)}`).toBe(expected);
        refused += Number(expected);
      }
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(100);
});

test("filters for data and commit do nothing before 6.7", () => {
  const text = 'filter f phase data match !rdns reject "550 no"\nlisten on em0 filter f\n';
  expect(obstaclesIn(text, "ehlo", { target: "6.6.4" }).obstacles).toEqual([]);
  expect(obstaclesIn(text, "ehlo").obstacles).toHaveLength(1);
});

describe("knows which filters nobody gets around:", () => {
  const program = 'filter p proc-exec "filter-p"\n';
  const rewrite = 'filter p phase mail-from match mail-from "x@a.example" rewrite "<y@a.example>"\n';
  const silent = "filter p phase connect match rdns junk\n";

  test.each([
    ["p f", silent, 'connect match !rdns reject "550 no"', true],
    ["p f", silent, 'rcpt-to match rcpt-to "@a.example" reject "550 no"', true],
    ["p f", silent, 'rcpt-to match rcpt-to "bob@a.example" reject "550 no"', false],
    ["p f", silent, 'rcpt-to match !rcpt-to regex "@a\\.example$" reject "550 no"', false],
    ["p f", silent, 'mail-from match mail-from "@a.example" reject "550 no"', false],
    ["p f", silent, 'helo match helo "a.example" reject "550 no"', true],
    ["f p", program, 'connect match !rdns reject "550 no"', true],
    ["p f", program, 'connect match !rdns reject "550 no"', false],
    ["f p", program, 'helo match helo "a.example" reject "550 no"', false],
    ["f p", rewrite, 'rcpt-to match !auth reject "550 no"', true],
    ["f p", rewrite, 'rcpt-to match rcpt-to "@a.example" reject "550 no"', false],
  ])("%s with %s and %s", (order, other, phase, isSure) => {
    const text = `${other}filter f phase ${phase}\nlisten on em0 filter { ${order.replace(" ", ", ")} }\n`;
    const { obstacles, sure, opaque } = obstaclesIn(text, "helo");
    expect(obstacles).toHaveLength(1);
    expect(sure).toEqual(isSure ? obstacles : []);
    expect(opaque).toHaveLength(other === silent ? 0 : 1);
  });
});

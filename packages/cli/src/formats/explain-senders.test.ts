import { buildModel, findRoutes, newestRelease, openAnalysis, parseConfiguration, type SenderClass } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { describeSenders, partsOfSenders } from "./explain-senders.ts";

/** The kinds of senders of a configuration. */
function sendersOf(text: string): readonly SenderClass[] {
  const target = newestRelease;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  const analysis = openAnalysis(model);
  const { routes } = findRoutes(model, analysis.listeners(), analysis.ruleset());
  return [...new Set(routes.map(({ sender }) => sender))];
}

const login = 'pki "a" cert "/a" key "/a"\nlisten on 0.0.0.0 port 587 tls-require pki "a" auth\n';
const rule = "match from any for any reject\n";
const network = "match from src 192.0.2.0/24 for any reject\n";

/** All ways to choose some, but not none. */
function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, number) => {
    return items.filter((_, index) => ((number + 1) >> index) & 1);
  });
}

describe.each([
  ["only this machine", `listen on lo\n${rule}`, 2],
  ["strangers", `listen on 0.0.0.0\n${rule}`, 3],
  ["users", `${login}${rule}`, 3],
  ["strangers and users", `listen on 0.0.0.0\n${login}${rule}`, 5],
  ["a network", `listen on 0.0.0.0\n${login}${network}`, 7],
])("where there are %s", (_, text, kinds) => {
  const all = sendersOf(text);

  test("there are so many kinds", () => expect(all.length).toBe(kinds));

  test("no two groups of senders have the same name", () => {
    const names = subsetsOf(all).map((some) => describeSenders(some, all));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("groups that are apart have nothing in their names in common", () => {
    for (const some of subsetsOf(all)) {
      const others = all.filter((sender) => !some.includes(sender));
      const parts = partsOfSenders(some, all);
      expect(partsOfSenders(others, all).filter((part) => parts.includes(part))).toEqual([]);
    }
  });
});

test("everybody of a kind has a short name", () => {
  const all = sendersOf(`listen on 0.0.0.0\n${login}${network}`);
  const named = (...kinds: readonly string[]) =>
    describeSenders(
      all.filter(({ kind }) => kinds.includes(kind)),
      all,
    );
  expect(named("stranger")).toBe("strangers");
  expect(named("network", "network-user")).toBe("clients in 192.0.2.0/24");
  expect(named("network")).toBe("clients in 192.0.2.0/24 without a login");
  expect(named("user", "network-user", "own-user")).toBe("users who have logged in");
  expect(named("user")).toBe("users who have logged in from elsewhere");
  expect(named("own-user", "own-address", "socket")).toBe("this machine");
  expect(named("socket")).toBe("the local socket");
});

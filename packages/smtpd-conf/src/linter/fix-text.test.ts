import { describe, expect, test } from "vitest";
import { fixText } from "./fix-text.ts";
import type { LintInput } from "./lint.ts";
import { rules } from "./rules.ts";

const rest = "action a mbox\nmatch for local action a\n";

function fix(text: string, given: Partial<LintInput> = {}, suggested = false) {
  return fixText({ path: "smtpd.conf", text, ...given }, { suggested });
}

function codes(fixes: readonly { readonly code: string }[]): readonly string[] {
  return fixes.map(({ code }) => code);
}

test("a text without findings stays as it is", () => {
  const { text, applied, left, elsewhere, rounds, result } = fix(rest);
  expect({ text, applied, left, elsewhere, rounds }).toEqual({
    text: rest,
    applied: [],
    left: [],
    elsewhere: 0,
    rounds: 0,
  });
  expect(result.verdict).toBe("accepted");
});

test("fixes are made until there is nothing more to fix", () => {
  const { text, applied, result } = fix(`LISTEN ON "lo";\n${rest}`);
  expect(text).toBe(`listen on "lo"\n${rest}`);
  expect(codes(applied)).toEqual(["keyword-case", "keyword-case", "stray-semicolon"]);
  expect(result.verdict).toBe("accepted");
});

test("fixes that meet wait for the next round", () => {
  const { text, applied, rounds } = fix(`table t { a.org, a.org, a.org, a.org }\nmatch for domain <t> reject\n${rest}`);
  expect(text).toContain("table t { a.org }");
  expect([applied.length, rounds]).toEqual([3, 2]);
});

describe("suggested fixes", () => {
  const text = `listen on lo hostnme x\n${rest}`;

  test("are made only where that is asked for", () => {
    expect(fix(text).text).toBe(text);
    expect(fix(text, {}, true).text).toBe(`listen on lo hostname x\n${rest}`);
  });

  test("come after the safe one of the same finding", () => {
    const { text: fixed } = fix(`table t { a.org a.org }\nmatch for domain <t> reject\n${rest}`, {}, true);
    expect(fixed).toContain("{ a.org }");
  });
});

describe("a fix is left out", () => {
  test("where another finding would come of it", () => {
    // The action is the only one to name the table, which a macro has written, so that nothing can delete it.
    const text = `m = "t"\ntable $m { a = b }\naction b mbox alias <t>\n${rest}`;
    const { text: fixed, left } = fix(text, {}, true);
    expect([fixed, codes(left)]).toEqual([text, ["unused-action"]]);
  });

  test("and the others are made all the same", () => {
    const text = `m = "t"\ntable $m { a = b }\naction b mbox alias <t>\naction c mbox\n${rest}`;
    const { text: fixed, left, applied } = fix(text, {}, true);
    expect([fixed, codes(left)]).toEqual([text.replace("action c mbox\n", ""), ["unused-action"]]);
    expect(codes(applied)).toEqual(["unused-action"]);
  });
});

test("what comes of a fix is fixed with it", () => {
  const text = `table t { a = b }\naction b mbox alias <t>\n${rest}`;
  const { text: fixed, applied } = fix(text, {}, true);
  expect(fixed).toBe(rest);
  expect(codes(applied)).toEqual(["unused-action", "unused-table"]);
});

test("what only comes to light is no reason to leave a fix out", () => {
  const text = `LISTEN on lo tls-require pki mail\ntable t { a }\n${rest}`;
  const { text: fixed, left, result } = fix(text);
  expect([fixed, left]).toEqual([text.replace("LISTEN", "listen"), []]);
  expect(codes(result.diagnostics)).toContain("undefined-pki");
});

test("what stands in a table that a statement can now ask for was there before", () => {
  const text = `table t { a.org, b.org }\nmatch from src <t> FOR local reject\n${rest}`;
  const { text: fixed, left, result } = fix(text);
  expect([fixed, left]).toEqual([text.replace("FOR", "for"), []]);
  expect(codes(result.diagnostics)).toContain("invalid-network-address");
});

test("rules of which each wants the contrary of the other change nothing", () => {
  const text = "action a relay\nmatch from any auth for any action a\n";
  const both = { preset: "none", enable: ["match-can-be-shorter", "explicit-from-for"] } as const;
  const { text: fixed } = fix(text, { rules: both });
  expect(fix(fixed, { rules: both }).text).toBe(fixed);
});

test("other files stay as they are, and are counted", () => {
  const included = "table t { a.org, a.org }\n";
  const files: LintInput["files"] = { read: () => ({ kind: "file", text: included, encoding: "utf8" }) };
  const text = `include "/i"\nmatch for domain <t> reject\n${rest}`;
  const { text: fixed, applied, elsewhere } = fix(text, { files });
  expect([fixed, applied, elsewhere]).toEqual([text, [], 1]);
});

test("what a macro or the command line wrote is never changed", () => {
  const text = `m = "10.1.2.3/8"\nmatch from src $m for local reject\nmatch from src $d for local reject\n${rest}`;
  const { text: fixed } = fix(text, {
    definitions: ["d=10.1.2.3/8"],
    rules: { preset: "all", disable: ["explicit-from-for"] },
  });
  expect(fixed).toBe(text);
});

test("of a template, what is filled in stays as it is", () => {
  const text = `{% if x %}\nLISTEN ON {{ iface }};\n{% endif %}\nmatch from src "{{ net }}/8" for local reject\n${rest}`;
  expect(fix(text, { template: "jinja" }).text).toBe(text.replace("LISTEN ON", "listen on"));
});

test("of many fixes, none takes a round of its own", () => {
  const text = `${"match from src 10.1.2.3/8 for local reject\n".replace("10.1.2.3/8", '"10.1.2.3/8"').repeat(200)}${rest}`;
  const one = { preset: "none", enable: ["network-host-bits"] } as const;
  const { applied, rounds } = fix(text, { rules: one });
  expect([applied.length, rounds]).toEqual([200, 1]);
});

test("many fixes that cannot be made take no more than some trials", () => {
  const definitions = Array.from(
    { length: 400 },
    (_, index) => `m${index} = "t${index}"\ntable $m${index} { a = b }\n`,
  );
  const actions = Array.from({ length: 400 }, (_, index) => `action b${index} mbox alias <t${index}>\n`);
  const text = `${definitions.join("")}${actions.join("")}${`# ${"x".repeat(1000)}\n`.repeat(400)}${rest}`;
  const { text: fixed, left } = fix(text, {}, true);
  expect([fixed === text, left.length]).toEqual([true, 400]);
});

/**
 * Looked at one by one: of a configuration that smtpd takes, these fixes do not change which mail is taken and where it
 * goes, but for mail that waited for a relay or a socket that smtpd could not make sense of.
 */
const rulesWithSafeFixes: readonly string[] = [
  "auth-with-optional-tls",
  "consistent-quoting",
  "continuation-at-eof",
  "duplicate-table-entry",
  "explicit-from-for",
  "explicit-listener-port",
  "filter-reject-at-connect",
  "invalid-lmtp-destination",
  "invalid-relay-url",
  "legacy-relay-scheme",
  "match-can-be-shorter",
  "mda-sender-specifier",
  "network-host-bits",
  "redundant-final-reject",
  "unused-suppression",
];

test("no other rule has safe fixes", () => {
  const safe = rules.filter(({ fix: kind }) => kind === "safe");
  expect(safe.map(({ code }) => code).sort()).toEqual(rulesWithSafeFixes);
});

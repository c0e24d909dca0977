import { describe, expect, test } from "vitest";
import type { Release } from "../../language/releases.ts";
import { lint } from "../lint.ts";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "known-vulnerable-version";
const forward = "action a forward-only\nmatch for local action a\n";

/** The names of the vulnerabilities that are named for a configuration. */
function named(text: string, target: Release): string[] {
  const { diagnostics } = lint({ path: "f", text, target, rules: { preset: "none", enable: [code] } });
  return diagnostics.flatMap(({ message }) => message.match(/CVE-[\d-]+|erratum \d+|escalation|injection/g) ?? []);
}

test("reports the first word, once", () => {
  expectMarked(code, `<|action|> a mbox\naction b relay\nmatch for local action a\nmatch for any action b\n`, {
    target: "6.4.0",
  });
});

describe("names", () => {
  test.each<[Release, string[]]>([
    ["6.4.0", ["CVE-2020-8793", "erratum 022", "CVE-2025-62875"]],
    ["6.6.4", ["erratum 022", "CVE-2025-62875"]],
    ["6.8.0", ["erratum 022", "CVE-2025-62875"]],
    ["7.3", ["CVE-2025-62875"]],
    ["7.7", ["CVE-2025-62875"]],
  ])("of %s what everybody is exposed to", (target, names) => expect(named(forward, target)).toEqual(names));

  test.each<[string, Release, string]>([
    ["action a maildir\nmatch for local action a\n", "6.6.0", "CVE-2020-7247"],
    ["action a relay\nmatch for any action a\n", "6.6.0", "CVE-2020-8794"],
    ["action a mbox\nmatch for local action a\n", "6.6.4", "escalation"],
    ['action a forward-only\nmatch for domain regex "x" action a\n', "6.7.1", "CVE-2020-35679"],
    [`filter f phase connect match rdns junk\nlisten on lo filter f\n${forward}`, "6.7.1", "CVE-2020-35680"],
    [`listen on eth0\n${forward}`, "6.8.0", "CVE-2023-29323"],
    [`table t proc:/x\n${forward}`, "7.6", "injection"],
    [`table t ldap:/x\n${forward}`, "7.7", "injection"],
  ])("for %j in %s also %s", (text, target, name) => {
    expect(named(text, target)).toContain(name);
    expect(named(forward, target)).not.toContain(name);
  });

  test.each([
    `listen on lo\n${forward}`,
    `listen on socket\n${forward}`,
    `listen on 192.0.2.1\n${forward}`,
    `listen on eth0 inet4\n${forward}`,
  ])("no danger from neighbours for %j", (text) => expect(named(text, "6.8.0")).not.toContain("CVE-2023-29323"));

  test.each([`table t { x }\n${forward}`, `table t file:/x\n${forward}`, `table t db:/x\n${forward}`])(
    "no danger from programs for %j",
    (text) => expect(named(text, "7.6")).not.toContain("injection"),
  );
});

test("is silent about a release without known vulnerabilities", () => {
  expectSilent(code, forward, { target: "7.8" });
  expectSilent(code, forward);
});

test("says what comes of it and when it was mended", () => {
  expectMessage(
    code,
    forward,
    {
      message:
        "OpenSMTPD 7.4 has a vulnerability that this configuration is exposed to: CVE-2025-62875 (before 7.8 any user of the machine stops the daemon).",
      help: "Update to 7.8 or later, unless the package of your system has the fixes.",
    },
    { target: "7.4" },
  );
  expectNoFix(code, forward, { target: "7.4" });
});

test("fixed: what the package has been mended of", () => {
  const given = { fixed: ["CVE-2025-62875"] };
  expectMarked(code, `<|action|>${forward.slice("action".length)}`, { target: "7.3" });
  expectSilent(code, forward, { target: "7.3", given });
  expectMarked(code, `<|action|>${forward.slice("action".length)}`, { target: "6.8.0", given });
});

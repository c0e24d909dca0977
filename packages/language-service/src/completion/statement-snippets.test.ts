import { isAvailable, lint, releases } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { renderPlain, renderSnippet } from "./snippet-body.ts";
import { statementSnippets } from "./statement-snippets.ts";

describe.each(releases)("in %s", (target) => {
  const available = statementSnippets.filter((snippet) => isAvailable(snippet, target));

  test.each(available.map(({ label, body }) => [label, body] as const))(
    "%s can be read as it stands",
    (_label, body) => {
      const text = `${renderPlain(body)}\n`;
      const { configuration, diagnostics } = lint({ path: "smtpd.conf", text, target, rules: { preset: "none" } });
      expect(configuration.syntaxFailures).toEqual([]);
      expect(configuration.lexicalErrors).toEqual([]);
      const faults = diagnostics.filter(
        ({ code }) => !/^(undefined-|unchecked-|incomplete-pki|no-rules|use-before|tls-without)/.test(code),
      );
      expect(faults.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    },
  );

  test("no two have one name", () => {
    const labels = available.map(({ label }) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

test("the places are numbered, with the signs of the protocol taken literally", () => {
  const body = ["a ", { kind: "value", usual: "}$x\\" }, " b$ ", { kind: "choice", values: ["p,q", "r|s"] }] as const;
  expect(renderSnippet(body, () => [])).toBe("a ${1:\\}\\$x\\\\} b\\$ ${2|p\\,q,r\\|s|}");
});

import { expect, test } from "vitest";
import { getDiagnostics } from "./diagnostics.ts";
import { snapshotOf, uriOf } from "./testing.ts";

/** The findings of a text as `line:character-line:character code tags`, by the path of the file. */
function shown(text: string, options: Parameters<typeof snapshotOf>[1] = {}): Readonly<Record<string, string[]>> {
  const found = getDiagnostics(snapshotOf(text, options));
  return Object.fromEntries(
    [...found].map(([uri, list]) => [
      uri.replace(uriOf(""), ""),
      list.map(({ range: { start, end }, code, tags }) =>
        [`${start.line}:${start.character}-${end.line}:${end.character}`, code, ...(tags ?? [])].join(" "),
      ),
    ]),
  );
}

test("a clean text has no findings, and no file in the answer", () => {
  expect(shown('action "local" mbox\nmatch for local action "local"\n')).toEqual({});
});

test("what smtpd refuses is an error with its range, its page and the way out", () => {
  const found = getDiagnostics(snapshotOf("match for local action lcal\naction local mbox\n")).get(uriOf("smtpd.conf"));
  expect(found?.[0]).toMatchObject({
    range: { start: { line: 0, character: 23 }, end: { line: 0, character: 27 } },
    severity: 1,
    code: "undefined-action",
    codeDescription: { href: "https://example.org/checks/undefined-action" },
    source: "smtpd-lint",
    message: expect.stringContaining("\n"),
  });
});

test("dead code is unnecessary, old spellings are deprecated", () => {
  const unused = shown("table t { a }\naction a mbox\nmatch for local action a\n")["smtpd.conf"];
  expect(unused).toContainEqual(expect.stringMatching(/ unused-table 1$/));
  const dead = shown("action a mbox\nmatch from any for any action a\nmatch for local action a\n")["smtpd.conf"];
  expect(dead).toContainEqual(expect.stringMatching(/^2:.* unreachable-match 1$/));
  const old = shown('action a maildir "/var/vmail/%d/%a"\nmatch for local action a\n')["smtpd.conf"];
  expect(old).toContainEqual(expect.stringMatching(/ legacy-format-specifier 2$/));
});

test("findings in an included file stand in that file", () => {
  const files = { "/etc/mail/rules.conf": "match for local action nobody\n" };
  const found = shown('include "/etc/mail/rules.conf"\n', { files });
  expect(found).toEqual({ "rules.conf": ["0:23-0:29 undefined-action"] });
});

test("findings in the file of a table stand in that file", () => {
  const files = { "/etc/mail/domains": "example.org\nexample..org\n" };
  const found = shown("table d file:/etc/mail/domains\naction a mbox\nmatch from any for domain <d> action a\n", {
    files,
  });
  expect(Object.keys(found)).toContain("domains");
});

test("other places that belong to a finding are named", () => {
  const found = getDiagnostics(snapshotOf("action a mbox\naction a mbox\nmatch for local action a\n"));
  const [first] = found.get(uriOf("smtpd.conf")) ?? [];
  expect(first?.relatedInformation?.[0]?.location).toEqual({
    uri: uriOf("smtpd.conf"),
    range: { start: { line: 0, character: 7 }, end: { line: 0, character: 8 } },
  });
});

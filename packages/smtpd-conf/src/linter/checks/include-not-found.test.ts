import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "include-not-found";

test("marks the path of a missing file", () => {
  expectMarked(code, 'include <|"/etc/mail/rules.conf"|>\n');
  expectMarked(code, "include <|rules.conf|>\n");
  expectMarked(code, 'include <|""|>\n');
});

test("marks the macro that the path comes from", () =>
  expectMarked(code, "rules = '\"/etc/mail/rules.conf\"'\ninclude <|$rules|>\n"));

test("marks one in an included file", () =>
  expectMarked(code, 'include "a.conf"\n', { files: { "a.conf": "include <|b.conf|>\n" } }));

test("is content with a file that is there", () =>
  expectSilent(code, 'include "a.conf"\n', { files: { "a.conf": "" } }));

test("explains a relative path", () => {
  expectMessage(code, "include rules.conf\n", {
    message: '"rules.conf" cannot be included: there is no such file.',
    help: "Write the whole path: smtpd looks for it from the directory that it was started in.",
  });
  expectMessage(code, 'include "/etc/mail/rules.conf"\n', { help: undefined });
});

test.each([
  ["denied", '"a.conf" cannot be included: it may not be read.'],
  ["too-large", '"a.conf" cannot be included: it is too large to be read.'],
] as const)("says that a file is %s", (reason, message) => {
  const files = { read: () => ({ kind: "failed", reason }) as const };
  const { diagnostics } = lint({ path: "smtpd.conf", text: "include a.conf\n", files });
  expect(diagnostics.find((diagnostic) => diagnostic.code === code)).toMatchObject({ message, help: undefined });
});

test("takes a directory for an empty file, as smtpd does", () => {
  const files = { read: () => ({ kind: "failed", reason: "directory" }) as const };
  const { diagnostics } = lint({ path: "smtpd.conf", text: "include a.conf\n", files });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).not.toContain(code);
});

test("gives up after a thousand files", () => {
  const files = Object.fromEntries(
    Array.from({ length: 1001 }, (_, index) => [`${index}`, `include "${index + 1}"\n`]),
  );
  expectMessage(
    code,
    'include "0"\n',
    { message: '"1000" cannot be included: too many files were included already.' },
    { files },
  );
});

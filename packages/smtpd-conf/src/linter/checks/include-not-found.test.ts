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

test("knows a path whose string is not closed on its line", () =>
  expectMessage(code, 'include "\nmatch for local action "local"\n', {
    help: "The string goes on over the end of its line, up to the next quote: close it there.",
  }));

test.each([
  ["denied", '"a.conf" cannot be included: it may not be read.'],
  ["too-large", '"a.conf" cannot be included: it is too large to be read.'],
] as const)("says that a file is %s", (reason, message) => {
  const files = { read: () => ({ kind: "failed", reason }) as const };
  const { diagnostics } = lint({ path: "smtpd.conf", text: "include a.conf\n", files });
  expect(diagnostics.find((diagnostic) => diagnostic.code === code)).toMatchObject({ message, help: undefined });
});

test("says of a file outside what may be read that it is not known, and not that it is missing", () => {
  const files = { read: () => ({ kind: "failed", reason: "outside" }) as const };
  const { diagnostics } = lint({ path: "smtpd.conf", text: "include a.conf\n", files });
  expect(diagnostics.find((diagnostic) => diagnostic.code === code)).toMatchObject({
    message:
      '"a.conf" is not read here, so what it defines is not known: it lies outside the folders that may be read.',
    help: "Add its folder to the allowed folders in the settings of the editor.",
  });
});

test.each([
  ["missing", ["include-not-found", "undefined-table", "undefined-action"]],
  ["outside", ["include-not-found"]],
  ["denied", ["include-not-found"]],
] as const)("%s: names that it may define are undefined only where smtpd cannot read it either", (reason, codes) => {
  const files = { read: () => ({ kind: "failed", reason }) as const };
  const text = "include a.conf\nmatch for domain <t> action x\nlisten on $lan\n";
  const { diagnostics } = lint({ path: "smtpd.conf", text, files });
  const found = diagnostics.map((diagnostic) => diagnostic.code).filter((one) => one !== "undefined-macro");
  expect(found).toEqual(codes);
  expect(diagnostics.some((one) => one.code === "undefined-macro")).toBe(reason === "missing");
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

import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "include-cycle";

test("marks the path by which a file includes itself", () => expectMarked(code, 'include <|"smtpd.conf"|>\n'));

test("marks the path that leads back, in the file where it stands", () => {
  expectMarked(code, 'include "a.conf"\n', { files: { "a.conf": "include <|smtpd.conf|>\n" } });
  expectMarked(code, 'include "a.conf"\n', {
    files: { "a.conf": 'include "b.conf"\n', "b.conf": 'queue compression\ninclude <|"a.conf"|>\n' },
  });
});

test("is content with a file that is included twice", () =>
  expectSilent(code, 'include "a.conf"\ninclude "a.conf"\n', { files: { "a.conf": "queue compression\n" } }));

test("leaves a missing file to others", () => expectSilent(code, 'include "a.conf"\n'));

test("says whether the file does it alone or with others", () => {
  expectMessage(code, 'include "smtpd.conf"\n', {
    message: '"smtpd.conf" includes itself, and smtpd goes round until it has too many files open.',
    help: "Remove this include.",
  });
  expectMessage(
    code,
    'include "a.conf"\n',
    {
      message:
        '"smtpd.conf" is included again from within itself, and smtpd goes round until it has too many files open.',
    },
    { files: { "a.conf": 'include "smtpd.conf"\n' } },
  );
});

import { describe, test } from "vitest";
import type { Machine } from "../machine.ts";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "secret-file-readable";
const relay = "action a relay host smtps://l@h auth <s>\nmatch action a\n";
const listener = "listen on lo tls-require pki p auth <s>\n";

/** A machine with files of these modes; folders have 0755 where nothing else is said. */
function withModes(modes: Readonly<Record<string, number>>): { readonly machine: Machine } {
  return { machine: machineWith({}, { fileMode: (path) => modes[path] ?? (path.includes(".") ? undefined : 0o755) }) };
}

describe("reports", () => {
  test.each([
    `table s <|"/etc/s.txt"|>\n${relay}`,
    `table s <|file:/etc/s.txt|>\n${listener}`,
    `table s <|db:/etc/s.txt|>\n${listener}`,
    `table s <|passwd:/etc/s.txt|>\n${listener}`,
    `table s <|"/etc/s.txt"|>\n${relay}${listener}`,
  ])("%j", (text) => expectMarked(code, text, withModes({ "/etc/s.txt": 0o644 })));
});

describe("reports the settings of a table program", () => {
  test.each([
    ["mysql", "host h\npassword p\n"],
    ["ldap", "url: u\npassword: p\n"],
    ["postgres", "conninfo host=h password=p\n"],
  ])("%s with %j", (backend, file) => {
    const files = { "/etc/s.conf": file };
    expectMarked(code, `table s <|${backend}:/etc/s.conf|>\n`, { ...withModes({ "/etc/s.conf": 0o644 }), files });
    expectSilent(code, `table s ${backend}:/etc/s.conf\n`, { ...withModes({ "/etc/s.conf": 0o640 }), files });
  });

  test.each([
    ["mysql", "host h\n"],
    ["postgres", "conninfo host=h\n"],
    ["sqlite", "dbpath /d\n"],
  ])("but not of %s with %j", (backend, file) => {
    const files = { "/etc/s.conf": file };
    expectSilent(code, `table s ${backend}:/etc/s.conf\n`, { ...withModes({ "/etc/s.conf": 0o644 }), files });
  });
});

describe("is silent about", () => {
  test.each([0o640, 0o600, 0o660, 0o641])("mode %o", (mode) => {
    expectSilent(code, `table s "/etc/s.txt"\n${relay}`, withModes({ "/etc/s.txt": mode }));
  });

  test.each([0o750, 0o700, 0o754])("a folder with mode %o", (mode) => {
    expectSilent(
      code,
      `table s "/etc/mail/s.txt"\n${relay}`,
      withModes({ "/etc/mail": mode, "/etc/mail/s.txt": 0o644 }),
    );
  });

  test.each([
    'table s "/etc/s.txt"\naction a mbox alias <s>\nmatch action a\n',
    `table s sqlite:/etc/s.txt\n${relay}`,
    `table s { l = "u:p" }\n${relay}`,
  ])("%j", (text) => expectSilent(code, text, withModes({ "/etc/s.txt": 0o644 })));

  test("a file of which nothing is known", () => {
    expectSilent(code, `table s "/etc/s.txt"\n${relay}`, withModes({}));
    expectSilent(code, `table s "/etc/s.txt"\n${relay}`, { machine: machineWith({}) });
    expectSilent(code, `table s "/etc/s.txt"\n${relay}`);
  });
});

test("says what is in the file", () => {
  const machine = withModes({ "/etc/s.txt": 0o644 });
  const help = "Give it to root and to the group of the daemon, _smtpd or smtpd, with mode 0640.";
  const message = 'Everybody on this machine can read "/etc/s.txt", which holds passwords.';
  expectMessage(code, `table s "/etc/s.txt"\n${relay}`, { message, help }, machine);
  const other = 'Everybody on this machine can read "/etc/s.txt", which holds password hashes.';
  expectMessage(code, `table s "/etc/s.txt"\n${listener}`, { message: other, help }, machine);
});

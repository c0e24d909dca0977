import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "unknown-system-user";
const machine = machineWith({}, { hasUser: (name) => name === "vmail", hasGroup: (name) => name === "mail" });

describe("reports", () => {
  test.each([
    "action a maildir user <|nosuch|>\n",
    'action a mda "x" user <|"nosuch"|>\n',
    "proc p x user <|nosuch|> group mail\n",
    "proc p x user vmail group <|nosuch|>\n",
    "filter f proc-exec x user <|nosuch|> group <|vmail|>\n",
    "u = nosuch\naction a maildir user <|$u|>\n",
  ])("%j", (text) => expectMarked(code, text, { machine }));
});

describe("is silent about", () => {
  test.each([
    "action a maildir user vmail\n",
    "proc p x user vmail group mail\n",
    "proc p x\n",
    'proc p x chroot "/nosuch"\n',
  ])("%j", (text) => expectSilent(code, text, { machine }));

  test("a system of which nothing is known", () => {
    expectSilent(code, "action a maildir user nosuch\n", { machine: machineWith({}) });
    expectSilent(code, "action a maildir user nosuch\n", { machine: machineWith({}, { hasUser: () => undefined }) });
    expectSilent(code, "action a maildir user nosuch\n");
  });
});

test("says what comes of it", () => {
  expectMessage(
    code,
    "action a maildir user nosuch\n",
    { message: 'The system has no user "nosuch", so that every delivery fails for good and the mail bounces.' },
    { machine },
  );
  expectMessage(
    code,
    "proc p x group nosuch\n",
    { message: 'The system has no group "nosuch", so that smtpd ends as soon as it starts this program.' },
    { machine },
  );
});

test("users: those that are made later", () => {
  const given = { users: ["_filter"] };
  expectMarked(code, "proc p x user _filter group <|nosuch|>\n", { machine, given });
});

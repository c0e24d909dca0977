import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "invalid-key-file";
const text = 'pki m cert "/c" key "/k"\n';

test("marks a file without a key", () => {
  const options = { machine: machineWith({ "/k": { reason: "content" } }) };
  expectMarked(code, 'pki m cert "/k" key <|"/k"|>\n', options);
  const message = 'The key file "/k" holds no private key in PEM form that smtpd could load.';
  expectMessage(code, text, { message }, options);
});

test("marks a key with a passphrase", () => {
  const options = { machine: machineWith({ "/k": { reason: "passphrase" } }) };
  expectMarked(code, 'pki m cert "/c" key <|"/k"|>\n', options);
  const message =
    'The key file "/k" is protected by a passphrase: smtpd asks for it on the terminal, and fails without one.';
  expectMessage(code, text, { message }, options);
});

test("has nothing to say of other files and problems, or without a machine", () => {
  expectSilent(code, "table t db:/k\n", { machine: machineWith({ "/k": { reason: "content" } }) });
  expectSilent(code, text, { machine: machineWith({ "/k": { reason: "missing" } }) });
  expectSilent(code, text);
});

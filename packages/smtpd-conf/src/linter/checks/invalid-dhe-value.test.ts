import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-dhe-value";

test("marks any other word", () => {
  expectMarked(code, "pki a dhe <|strong|>\n");
  expectMarked(code, 'pki a dhe <|""|> dhe <|"/etc/ssl/dh.pem"|> dhe auto\n');
});

test("marks a number, which the grammar refuses already", () => expectMarked(code, "pki a dhe <|2048|>\n"));

test("marks the macro that it comes from", () => expectMarked(code, 'mode = "best"\npki a dhe <|$mode|>\n'));

test("is content with the three modes in any case", () =>
  expectSilent(code, "pki a dhe none\npki b dhe AUTO\npki c dhe Legacy\n"));

test("explains the modes, or guesses one", () => {
  expectMessage(code, "pki a dhe 2048\n", {
    message: 'There is no dhe mode "2048".',
    help: 'Write "auto" for parameters that fit the key, "legacy" for those of 1024 bits, or "none".',
  });
  expectMessage(code, "pki a dhe legcy\n", { help: 'Did you mean "legacy"?' });
  expectFixed(code, "pki a dhe legcy\n", "pki a dhe legacy\n");
  expectNoFix(code, "pki a dhe 2048\n");
});

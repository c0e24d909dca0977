import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-dhe";

test("marks legacy in upper and lower case", () => {
  expectMarked(code, "pki p dhe <|legacy|>\n");
  expectMarked(code, 'pki p cert "/c" key "/k" dhe <|"Legacy"|>\n');
});

test.each(["none", "auto", "AUTO"])("is content with %s", (mode) => expectSilent(code, `pki p dhe ${mode}\n`));

test("leaves a mode that does not exist to the check", () => {
  expectSilent(code, "pki p dhe legcy\n");
  const codes = lint({ path: "c", text: "pki p dhe legcy\n" }).diagnostics.map((found) => found.code);
  expect(codes).toContain("invalid-dhe-value");
});

test("suggests auto", () => {
  expectMessage(code, "pki p dhe legacy\n", {
    message: '"legacy" exchanges keys with 1024 bits, which can be broken.',
    help: 'Write "auto" for a size that fits the key of the certificate, or leave dhe out.',
  });
  expectFixed(code, "pki p dhe legacy\n", "pki p dhe auto\n");
  expectNoFix(code, 'm = "legacy"\npki p dhe $m\n');
});

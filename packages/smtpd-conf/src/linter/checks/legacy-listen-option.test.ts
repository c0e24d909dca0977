import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-listen-option";

test("marks the old words", () => {
  for (const word of ["secure", "ssl", "certificate", "dsn-notify", "dsn-ret"]) {
    expectMarked(code, `listen on lo <|${word}|> x\n`);
  }
});

test("says what to do instead", () => {
  expectMessage(code, "listen on lo ssl\n", {
    message: 'A listener has no option "ssl" since 6.4.',
    help: 'Write two listeners: one with "tls" (port 25), and one with "smtps" (port 465).',
  });
  expectNoFix(code, "listen on lo ssl\n");
});

test("writes pki for certificate, and leaves enable out", () => {
  expectFixed(code, "listen on lo tls certificate x\n", "listen on lo tls pki x\n");
  expectFixed(code, "listen on lo tls pki x enable auth\n", "listen on lo tls pki x auth\n");
});

test("is content with such names", () => expectSilent(code, "listen on ssl tag secure\n"));

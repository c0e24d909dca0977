import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "pki-without-tls";
const pki = 'pki x cert "/c" key "/k"\n';

test("marks the pki with its name", () => {
  expectMarked(code, `${pki}listen on lo <|pki x|>\n`);
  expectMarked(code, `${pki}listen on lo port 25 <|pki x|> pki x\n`);
});

test("marks the macro that it comes from", () => expectMarked(code, `${pki}p = "pki x"\nlisten on lo <|$p|>\n`));

test("is content with each TLS mode, before or after it", () => {
  for (const mode of ["tls", "tls-require", "tls-require verify", "smtps"]) {
    expectSilent(code, `${pki}listen on lo ${mode} pki x\n`);
    expectSilent(code, `${pki}listen on lo pki x ${mode}\n`);
  }
});

test("is content with a ca, and with the pki of a relay", () => {
  expectSilent(code, 'ca x cert "/c"\nlisten on lo ca x\n');
  expectSilent(code, `${pki}action a relay pki x\n`);
});

test("leaves a login without TLS to auth-without-tls: one option mends both", () =>
  expectSilent(code, `${pki}listen on lo auth pki x\n`));

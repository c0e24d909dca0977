import { test } from "vitest";
import { expectFixed, expectMarked, expectRelated, expectSilent } from "../testing.ts";

const code = "undefined-pki";
const pki = 'pki Mail cert "/c" key "/k"\n';

test("marks the name", () => expectMarked(code, `${pki}listen on lo tls pki mail pki <|post|>\n`));

test("marks upper case from 7.3 on, whatever the definition looks like", () => {
  expectMarked(code, `${pki}listen on lo tls pki <|Mail|>\n`, { target: "7.3" });
  expectSilent(code, `${pki}listen on lo tls pki Mail\n`, { target: "6.8.0" });
});

test("writes it in lower case, and points at the definition", () => {
  expectFixed(code, `${pki}listen on lo tls pki "MAIL"\n`, `${pki}listen on lo tls pki "mail"\n`);
  expectRelated(code, 'pki <|Mail|> cert "/c" key "/k"\nlisten on lo tls pki Mail\n');
});

test("does not look at relays, as smtpd does not", () => expectSilent(code, "action a relay pki nobody\n"));

test("does not look where the listener comes to nothing", () =>
  expectSilent(code, "listen on ::1 inet4 tls pki nobody\n"));

test("has nothing to say where the definition itself is wrong", () =>
  expectSilent(code, 'pki mail certificate "/c"\nlisten on lo tls pki mail\n'));

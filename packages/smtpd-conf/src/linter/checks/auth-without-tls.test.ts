import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "auth-without-tls";

test("marks auth and auth-optional", () => {
  expectMarked(code, "listen on lo <|auth|>\n");
  expectMarked(code, "listen on lo port 587 <|auth-optional|> <users> tag SUBMISSION\n");
});

test("takes a pki for no TLS", () => expectMarked(code, "listen on lo <|auth|> pki mail.example.org\n"));

test("is content with each TLS mode, before auth or behind it", () => {
  expectSilent(code, "listen on lo tls auth\n");
  expectSilent(code, "listen on lo auth tls-require\n");
  expectSilent(code, "listen on lo smtps verify auth <users>\n");
});

test("has nothing to say of the auth of a relay", () => expectSilent(code, 'action "out" relay auth <secrets>\n'));

test("asks for a pki from 7.3 on", () => {
  const message = '"auth" needs TLS: smtpd refuses to take passwords in clear text.';
  const help = 'Add "tls-require" (or "tls", or "smtps") and a "pki" to the listener.';
  expectMessage(code, "listen on lo auth\n", { message, help });
  expectMessage(code, "listen on lo auth\n", { help }, { target: "7.3" });
  const withoutPki = { help: 'Add "tls-require" (or "tls", or "smtps") to the listener.' };
  expectMessage(code, "listen on lo auth\n", withoutPki, { target: "6.8.0" });
  expectMessage(code, "listen on lo auth pki mail.example.org\n", withoutPki);
});

test("inserts the TLS mode that fits the port where nothing else is missing", () => {
  expectFixed(code, "listen on lo auth pki x\n", "listen on lo tls-require auth pki x\n");
  expectFixed(code, "listen on lo port 465 pki x auth\n", "listen on lo port 465 pki x smtps auth\n");
  expectNoFix(code, "listen on lo auth\n");
});

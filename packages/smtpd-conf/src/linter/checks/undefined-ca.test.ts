import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "undefined-ca";
const ca = 'ca clients cert "/c"\n';

test("marks the name", () => expectMarked(code, `${ca}listen on lo ca <|client|>\n`));

test("folds upper case, in every release", () => {
  expectSilent(code, `${ca}listen on lo ca CLIENTS\n`);
  expectSilent(code, `${ca}listen on lo ca CLIENTS\n`, { target: "6.8.0" });
});

test("does not look at relays, as smtpd does not", () => expectSilent(code, "action a relay ca nobody\n"));

test("does not look where the listener comes to nothing", () =>
  expectSilent(code, "listen on 127.0.0.1 inet6 ca nobody\n"));

test("has nothing to say where the definition itself is wrong", () =>
  expectSilent(code, "ca clients certificate x\nlisten on lo ca clients\n"));

import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "legacy-mask-source";

test("marks the old word, on the socket too", () => {
  expectMarked(code, "listen on lo <|mask-source|>\n");
  expectMarked(code, "listen on socket <|mask-source|> filter x\n");
});

test("writes the new one", () => {
  expectFixed(code, "listen on lo tag x mask-source port 25\n", "listen on lo tag x mask-src port 25\n");
});

test("has nothing to say where smtpd takes the word for a value", () => {
  expectSilent(code, 'pki p cert "/c" key "/k"\nlisten on lo tls pki p auth mask-source\n');
  expectSilent(code, "table mask-source { a }\n");
});

test("says since when", () =>
  expectMessage(code, "listen on lo mask-source\n", {
    message: 'Since 6.4, "mask-source" is called "mask-src".',
    help: 'Write "mask-src".',
  }));

import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "too-many-pki";
const definition = 'pki x cert "/c" key "/k"\n';

test("marks the 33rd, and no other", () => {
  expectMarked(code, `${definition}listen on lo tls${" pki x".repeat(32)} <|pki x|>\n`);
  expectMarked(code, `${definition}listen on lo tls${" pki x".repeat(32)} <|pki x|> pki x\n`);
});

test("is content with 32", () => expectSilent(code, `${definition}listen on lo tls${" pki x".repeat(32)}\n`));

test("counts each listener by itself", () => {
  const listener = `listen on lo tls${" pki x".repeat(20)}\n`;
  expectSilent(code, definition + listener + listener);
});

test("leaves a second one to duplicate-option up to 6.8", () =>
  expectSilent(code, `${definition}listen on lo tls${" pki x".repeat(33)}\n`, { target: "6.8.0" }));

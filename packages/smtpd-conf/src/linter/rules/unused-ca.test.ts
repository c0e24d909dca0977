import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-ca";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `ca <|c|> cert "/c"\n${rest}`,
    `ca <|"*"|> cert "/c"\n${rest}`,
    `ca c cert "/c"\nca <|d|> cert "/c"\naction r relay ca c\nmatch for any action r\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `ca c cert "/c"\naction r relay ca C\nmatch for any action r\n`,
    `pki p cert "/c" key "/k"\nca C cert "/c"\nlisten on lo tls pki p ca c\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("6.8, where a session can find it by itself", () => {
    expectSilent(code, `ca "*" cert "/c"\n${rest}`, { target: "6.8.0" });
  });
});

test("names the option", () => {
  expectMessage(code, `ca c cert "/c"\n${rest}`, {
    message: 'No listener or relay names the ca "c".',
    help: "Write ca c as an option of the listener or relay that is to trust it, or delete it.",
  });
});

test("suggests to delete the statement with its line", () => expectFixed(code, `ca c cert "/c"\n${rest}`, rest));

test("does not touch what a macro wrote", () => expectNoFix(code, `f = "'/c'"\nca c cert $f\n${rest}`));

test("names: those that may be unused", () => {
  expectMarked(code, `ca old-c cert "/c"\nca <|d|> cert "/c"\n${rest}`, { given: { names: ["old-*"] } });
});

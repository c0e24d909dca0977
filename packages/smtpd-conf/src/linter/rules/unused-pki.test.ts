import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-pki";
const rest = "action a mbox\nmatch for local action a\n";
const files = 'cert "/c" key "/k"';

describe("reports", () => {
  test.each([
    `pki <|p|> ${files}\n${rest}`,
    `pki <|"*"|> ${files}\n${rest}`,
    `pki p ${files}\npki <|q|> ${files}\nlisten on lo tls pki p\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("the first statement where there are several", () => {
    expectMarked(code, `pki <|p|> cert "/c"\npki P key "/k"\n${rest}`);
  });
});

describe("is silent about", () => {
  test.each([
    `pki p ${files}\nlisten on lo tls pki p\n${rest}`,
    `pki P ${files}\nlisten on lo tls pki p\n${rest}`,
    `pki p ${files}\naction r relay pki P\nmatch for any action r\n`,
  ])("%j", (text) => expectSilent(code, text));

  test("6.8, where a session can find it by the name of the server", () => {
    expectSilent(code, `pki p ${files}\nlisten on lo tls\n${rest}`, { target: "6.8.0" });
  });
});

test("names the option", () => {
  expectMessage(code, `pki p ${files}\n${rest}`, {
    message: 'No listener or relay names the pki "p".',
    help: "Write pki p as an option of the listener that is to show it, or delete it.",
  });
});

test("says of the one for everybody that it is so no more", () => {
  expectMessage(code, `pki "*" ${files}\n${rest}`, {
    message: 'No listener or relay names the pki "*", and from 7.3 on it serves nobody else.',
    help: 'Write pki "*" as an option of the listener that is to show it, or delete it.',
  });
});

test("suggests to delete the statement with its line", () => expectFixed(code, `pki p ${files}\n${rest}`, rest));

describe("does not touch", () => {
  test("what a macro wrote", () => expectNoFix(code, `c = "cert"\npki p $c "/c" key "/k"\n${rest}`));
  test("a pki of several statements", () => expectNoFix(code, `pki p cert "/c"\npki p key "/k"\n${rest}`));
});

test("names: those that may be unused", () => {
  expectMarked(code, `pki old-p ${files}\npki <|q|> ${files}\n${rest}`, { given: { names: ["old-*"] } });
});

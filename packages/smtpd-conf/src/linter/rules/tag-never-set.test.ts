import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "tag-never-set";
const listener = "listen on lo tag DKIM\n";
const action = "action a mbox\n";

describe("reports", () => {
  test.each([
    `${action}match tag <|x|> action a\n`,
    `${listener}${action}match tag <|DKM|> action a\n`,
    `${listener}${action}match !tag <|"x"|> action a\n`,
    `${listener}${action}match tag { dkim, <|x|>, <|y|> } action a\n`,
    `${listener}table t { x, y }\n${action}match tag <|<t>|> action a\n`,
    `${listener}${action}match tag regex <|"^d$"|> action a\n`,
    `listen on lo tag a\nlisten on socket tag b\n${action}match !tag <|""|> action a\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("the tags of a file", () => {
    expectMarked(code, `${listener}table t "/t"\n${action}match tag <|<t>|> action a\n`, { files: { "/t": "x\ny\n" } });
  });
  test("local, from 6.7 on", () => {
    const text = `${action}match tag <|"local"|> action a\n`;
    expectMarked(code, text, { target: "6.7.1" });
    expectSilent(code, `${action}match tag LOCAL action a\n`, { target: "6.6.4" });
  });
});

describe("is silent about", () => {
  test.each([
    `${listener}${action}match tag DKIM action a\n`,
    `${listener}${action}match !tag dkim action a\n`,
    `listen on socket tag s\n${action}match tag S action a\n`,
    `${listener}table t { x, dkim }\n${action}match tag <t> action a\n`,
    `${listener}table t "/t"\n${action}match tag <t> action a\n`,
    `${listener}table t proc:/x\n${action}match tag <t> action a\n`,
    `${listener}${action}match tag regex "^D" action a\n`,
    `${listener}${action}match tag regex "(" action a\n`,
    `listen on lo\n${action}match tag "" action a\n`,
    `t = x\nlisten on lo tag $t\n${action}match tag $t action a\n`,
    `${action}match for any action a\n`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what becomes of it", () => {
  test.each([
    ["match tag x action a\n", 'No listener sets the tag "x", so this rule never matches.'],
    ["match !tag x action a\n", 'No listener sets the tag "x", so this condition is always true.'],
    ["match tag { dkim, x } action a\n", 'No listener sets the tag "x", so this entry is never met.'],
    ["match tag regex x action a\n", 'No listener sets a tag that matches "x", so this rule never matches.'],
    ["table t { x }\nmatch tag <t> action a\n", "No listener sets a tag of this table, so this rule never matches."],
  ])("%j", (text, message) => expectMessage(code, `${listener}${action}${text}`, { message }));
});

describe("helps", () => {
  test("with the nearest tag", () => {
    const text = `${listener}${action}match tag DKM action a\n`;
    expectMessage(code, text, { help: 'Did you mean "dkim"?' });
    expectFixed(code, text, `${listener}${action}match tag dkim action a\n`);
  });
  test("with the option", () => {
    expectMessage(code, `${action}match tag x action a\n`, {
      help: "Write it as an option of the listener that is meant: listen on … tag x.",
    });
  });
  test("with the socket", () => {
    expectMessage(code, `${action}match tag "local" action a\n`, {
      help: 'Only up to 6.6 mail that is submitted on this machine has this tag by itself; for 7.9 write: listen on socket tag "local".',
    });
  });
});

test("does not touch what a macro wrote", () => {
  expectNoFix(code, `m = DKM\n${listener}${action}match tag $m action a\n`);
});

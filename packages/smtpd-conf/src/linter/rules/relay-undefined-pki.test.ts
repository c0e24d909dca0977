import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "relay-undefined-pki";
const rest = "match from local for any action a\n";
const office = 'pki office cert "/c" key "/k"\n';

describe("reports", () => {
  test.each([
    `action a relay pki <|nope|>\n${rest}`,
    `action a relay host mail.example.org pki <|"nope"|>\n${rest}`,
    `${office}action a relay pki <|nope|>\n${rest}`,
    `n = "nope"\naction a relay pki <|$n|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${office}action a relay pki office\n${rest}`,
    `${office}action a relay pki OFFICE\n${rest}`,
    `action a relay pki office\n${office}${rest}`,
    `listen on lo pki nope\naction a relay\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("the releases that start all the same", () =>
    expectSilent(code, `action a relay pki nope\n${rest}`, { target: "6.8.0" }));
});

test("says what happens", () => {
  expectMessage(code, `action a relay pki nope\n${rest}`, {
    message: 'There is no pki "nope": smtpd exits when it starts.',
    help: "The configuration defines no pki at all.",
  });
  expectMessage(code, `${office}action a relay pki nope\n${rest}`, { help: 'Defined is "office".' });
  expectMessage(code, `${office}action a relay pki ofice\n${rest}`, { help: 'Did you mean "office"?' });
});

test("suggests the nearest name", () => {
  const before = `${office}action a relay pki ofice\n${rest}`;
  expectFixed(code, before, before.replace("ofice", "office"));
  expectFixed(code, before.replace("ofice", '"ofice"'), before.replace("ofice", '"office"'));
});

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `n = "ofice"\n${office}action a relay pki $n\n${rest}`));

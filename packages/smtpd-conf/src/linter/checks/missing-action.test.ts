import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "missing-action";
const action = 'action "in" mbox\n';

describe("a rule that ends too early", () => {
  test("is marked where the action should stand", () => {
    expectMarked(code, `${action}match<||>\n`);
    expectMarked(code, `${action}match from any for domain <d><||>\n`);
    expectMarked(code, `${action}match from any auth<||> # and now?\n`);
    expectMarked(code, 'all = "for any"\nmatch $all<||>\n');
  });

  test("is told which actions there are", () => {
    expectMessage(code, `${action}action out relay\nmatch for any\n`, {
      message: "The rule does not say what to do with the mail that it matches.",
      help: 'End it with action NAME (defined: "in", "out"), or with reject.',
    });
    expectMessage(code, "match for any\n", { help: "End it with action NAME, or with reject." });
  });
});

describe("a rule with the name of an action alone", () => {
  test("is marked at the name", () => {
    expectMarked(code, `${action}match for any <|"in"|>\n`);
    expectMarked(code, `match for any <|in|>\n${action}`);
  });

  test("gets the word action", () => {
    expectFixed(code, `${action}match for any "in"\n`, `${action}match for any action "in"\n`);
    expectMessage(code, `${action}match for any in\n`, {
      message: 'The rule names "in" without the word action before it.',
      help: "Write action in.",
    });
    expectNoFix(code, `${action}name = "in"\nmatch for any $name\n`);
  });

  test("must end with it, and it must be one", () => {
    expectSilent(code, `${action}match for any "in" reject\n`);
    expectSilent(code, `${action}match for any "out"\n`);
  });
});

describe("a rule with a way to deliver", () => {
  test("is marked there", () => {
    expectMarked(code, "match for any <|relay|>\n");
    expectMarked(code, 'match for any <|maildir|> "/var/mail"\n');
  });

  test("is told where it belongs", () =>
    expectMessage(code, "match for any relay\n", {
      message: 'A rule names an action, and "relay" belongs into the definition of one.',
      help: 'Write action "NAME" relay … above, and action "NAME" here.',
    }));
});

test("is content with an action or reject", () =>
  expectSilent(code, `${action}match action in\nmatch for any reject\n`));

test("leaves what breaks off earlier to others", () => {
  expectSilent(code, "match for domain\n");
  expectSilent(code, "match for any action\n");
  expectSilent(code, "match for any !\n");
});

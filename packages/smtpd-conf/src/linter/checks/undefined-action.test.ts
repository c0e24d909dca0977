import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "undefined-action";
const action = 'action "local" maildir\n';

test("marks the name", () => {
  expectMarked(code, `${action}match for local action <|"locale"|>\n`);
  expectMarked(code, "match for local action <|nobody|>\n");
});

test("tells upper from lower case", () => expectMarked(code, `${action}match for local action <|Local|>\n`));

test("marks the macro that the name comes from", () => {
  expectMarked(code, `a = nobody\n${action}match for local action <|$a|>\n`);
  expectSilent(code, `a = local\n${action.replace('"local"', '"loc"')}match for local action loc\n`);
});

test("suggests a name that is nearly the same", () => {
  expectMessage(code, `${action}match for local action "locla"\n`, {
    message: 'There is no action "locla".',
    help: 'Did you mean "local"?',
  });
  expectFixed(code, `${action}match for local action "locla"\n`, `${action}match for local action "local"\n`);
});

test("knows a semicolon that became part of the name", () =>
  expectFixed(code, "action a mbox\nmatch for local action a;\n", "action a mbox\nmatch for local action a\n"));

test("says what there is", () => {
  expectMessage(code, "match for local action a\n", { help: "The configuration defines no action at all." });
  expectMessage(code, `${action}match for local action relay1\n`, { help: 'Defined is "local".' });
  expectMessage(code, "table users { a }\naction x mbox\nmatch for local action users\n", {
    help: '"users" is a table, and an action is expected here.',
  });
});

test("has nothing to say where the definition itself is wrong", () => {
  expectSilent(code, "action a mailbox\nmatch for local action a\n");
  expectSilent(code, 'action relay relay\nmatch for local action "relay"\n');
});

test("leaves a definition further down to use-before-definition", () =>
  expectSilent(code, "match for local action a\naction a mbox\n"));

test("answers in time where thousands of names are wrong", () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `action a${index} mbox\nmatch for local action b${index}\n`);
  const start = performance.now();
  expect(lint({ path: "smtpd.conf", text: lines.join("") }).diagnostics).toHaveLength(5000);
  expect(performance.now() - start).toBeLessThan(10_000);
});

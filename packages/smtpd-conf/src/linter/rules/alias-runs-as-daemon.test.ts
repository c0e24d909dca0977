import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "alias-runs-as-daemon";

describe("reports", () => {
  test.each([
    'action a mbox alias { r = "<|/bin/cat|>" }',
    'action a mbox virtual { x@a.org = "bob, <||/bin/cat -u|>" }',
    "action a mbox alias { r = '<|\"|/bin/cat\"|>' }",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'action a mbox alias { r = "bob, bob@a.org, :include:/x, error:550 no, /dev/null" }',
    'match for rcpt-to "|cat" reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("says who runs it", () => {
  expectMessage(code, 'action a mbox alias { r = "|/bin/cat" }', {
    message: 'This command is run by the user of the daemon, and not by "r".',
    help: "A command or file in the .forward file of a user is that user's own.",
  });
  expectMessage(code, 'action a mbox alias { r = "/x" }', {
    message: 'This file is written by the user of the daemon, and not by "r".',
  });
});

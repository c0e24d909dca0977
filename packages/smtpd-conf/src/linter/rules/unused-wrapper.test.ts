import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unused-wrapper";
const rest = "action a maildir\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `mda wrapper <|w|> "nice %%{mda}"\n${rest}`,
    `mda wrapper <|"w"|> "x"\nmda wrapper v "y"\naction a maildir wrapper v\nmatch for local action a\n`,
  ])("%j", (text) => expectMarked(code, text));
});

test("is silent about one that an action names", () => {
  expectSilent(code, `mda wrapper w "x"\naction a maildir wrapper "w"\nmatch for local action a\n`);
});

test("names the way out", () => {
  expectMessage(code, `mda wrapper w "x"\n${rest}`, {
    message: 'No action names the mda wrapper "w".',
    help: 'Write wrapper "w" in the action that is to run it, or delete it.',
  });
});

test("suggests to delete the statement with its line", () => expectFixed(code, `mda wrapper w "x"\n${rest}`, rest));

test("does not touch what a macro wrote", () => expectNoFix(code, `c = "x"\nmda wrapper w $c\n${rest}`));

test("names: those that may be unused", () => {
  expectMarked(code, `mda wrapper old-w "x"\nmda wrapper <|v|> "x"\n${rest}`, { given: { names: ["old-*"] } });
});

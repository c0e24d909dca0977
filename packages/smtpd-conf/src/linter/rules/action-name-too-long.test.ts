import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "action-name-too-long";
const longest = "a".repeat(64);

describe("reports", () => {
  test.each([
    `action <|${longest}a|> maildir\n`,
    `action <|"${longest} "|> relay\n`,
    `action <|"${"\u00e9".repeat(33)}"|> relay\n`,
    `n = "${longest}a"\naction <|$n|> mbox\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([`action ${longest} maildir\n`, `mda wrapper ${longest}a "/bin/x"\n`])("%j", (text) =>
    expectSilent(code, text),
  );
});

test("says what happens", () => {
  expectMessage(code, `action ${longest}a maildir\n`, {
    message: "The name has 65 characters; on Linux the daemon exits at the first message for this action.",
    help: "Take a name of at most 64 characters.",
  });
});

import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "mbox-wrapper-crash";
const wrapper = 'mda wrapper w "/bin/scan %{mda}"\n';

describe("reports", () => {
  test.each([
    `${wrapper}action a mbox <|wrapper w|>\n`,
    `${wrapper}action a mbox alias { a = b } <|wrapper "w"|> ttl 1d\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("from 7.5 on", () => {
    expectMarked(code, `${wrapper}action a mbox <|wrapper w|>\n`, { target: "7.5" });
    expectSilent(code, `${wrapper}action a mbox wrapper w\n`, { target: "7.4" });
  });
});

describe("is silent about", () => {
  test.each([`${wrapper}action a maildir wrapper w\n`, "action a mbox\n", `${wrapper}action wrapper mbox\n`])(
    "%j",
    (text) => expectSilent(code, text),
  );
});

test("says what happens to the mail", () => {
  expectMessage(code, `${wrapper}action a mbox wrapper w\n`, {
    message: 'The delivery of "mbox" crashes with a wrapper, so that all mail waits in the queue until it expires.',
  });
});

test("suggests to remove it", () => {
  expectFixed(code, `${wrapper}action a mbox wrapper w ttl 1d\n`, `${wrapper}action a mbox ttl 1d\n`);
  expectNoFix(code, `o = "wrapper w"\n${wrapper}action a mbox $o\n`);
});

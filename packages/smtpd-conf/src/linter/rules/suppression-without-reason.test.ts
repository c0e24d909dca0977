import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "suppression-without-reason";
const rest = "action a mbox\nmatch for local action a\n";
const on = "# smtpd-lint:";

describe("reports", () => {
  test.each([
    `<|${on} disable-next-line unused-table|>\n${rest}`,
    `<|${on} disable-file|>\n${rest}`,
    `<|${on} disable-line unused-table -- |>\n${rest}`,
    `listen on lo <|${on} disable-line|>\n${rest}`,
    `${on} disable unused-table -- why\n<|${on} disable-line|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${on} disable-next-line unused-table -- why\n${rest}`,
    `${on} disable unused-table --why\n${on} enable\n${rest}`,
    `${on} ignore\n${rest}`,
    `# smtpd-lint disable-line\n${rest}`,
    `${on} disable-file ${code}\n${on} disable-line\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says where the reason stands", () =>
  expectMessage(code, `${on} disable-file unused-table\n${rest}`, {
    message: "This comment does not say why the rule is silenced here.",
    help: "Write the reason behind two hyphens, at the end: -- and the reason.",
  }));

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "removed-table-backend";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `table t <|ldap:/t|>\n${rest}`,
    `table t <|"sqlite:/t"|>\n${rest}`,
    `table t <|proc:/t|>\nnonsense\n`,
    `b = "mysql:/t"\ntable t <|$b|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `table t file:/t\n${rest}`,
    `table t "/t"\n${rest}`,
    `table t db:/t\n${rest}`,
    `table t getpwnam\n${rest}`,
    `table t { ldap }\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("7.5", () => expectSilent(code, `table t ldap:/t\n${rest}`, { target: "7.5" }));
});

test("says what comes of it", () => {
  expectMessage(code, `table t ldap:/t\n${rest}`, {
    message: "From 7.6 on smtpd speaks another protocol with this program: one for an older release ends the daemon.",
    help: "Look whether the program is made for 7.6 or later.",
  });
  expectNoFix(code, `table t ldap:/t\n${rest}`);
});

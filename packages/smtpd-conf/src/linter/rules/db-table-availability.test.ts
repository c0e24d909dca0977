import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "db-table-availability";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `table t <|db:/t.db|>\n${rest}`,
    `table t <|"db:/t.db"|>\nnonsense\n`,
    `d = "db:/t.db"\ntable t <|$d|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([`table t file:/t.db\n${rest}`, `table t "/db:/t"\n${rest}`, `table t { "db:/t" }\n${rest}`])(
    "%j",
    (text) => expectSilent(code, text),
  );
});

test("names the file", () => {
  expectMessage(code, `table t db:/t.db\n${rest}`, {
    message: "Not every smtpd is built with db tables, and one that is not refuses this table.",
    help: "Name the text file that the database is made from: file:/path.",
  });
  expectNoFix(code, `table t db:/t.db\n${rest}`);
});

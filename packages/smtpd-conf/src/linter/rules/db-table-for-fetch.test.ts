import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "db-table-for-fetch";
const rest = "match for any action a\n";

describe("reports", () => {
  test.each([
    `table t db:/t.db\naction a relay host <|<t>|>\n${rest}`,
    `table t "db:/t.db"\naction a relay src <|<t>|>\n${rest}`,
    `table t db:/t.db\naction a relay src <|<t>|> host <|<t>|>\nnonsense\n`,
  ])("%j", (text) => expectMarked(code, text));

  test("6.8, which refuses it for hosts only", () => {
    expectMarked(code, `table t db:/t.db\naction a relay src <|<t>|>\n${rest}`, { target: "6.8.0" });
  });
});

describe("is silent about", () => {
  test.each([
    `table t db:/t.db\naction a relay domain <t>\n${rest}`,
    `table t db:/t.db\naction a relay src 192.0.2.1 helo-src <t>\n${rest}`,
    `table t file:/t\naction a relay host <t>\n${rest}`,
    `table t proc:/t\naction a relay host <t>\n${rest}`,
    `table t { x }\naction a relay host <t>\n${rest}`,
    `action a relay host x\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what comes of it", () => {
  const text = `table t db:/t.db\naction a relay host <t>\n${rest}`;
  expectMessage(code, text, {
    message: "smtpd never gets an entry of a db table for host, so that all mail of this action waits.",
    help: "Write the entries into a text file, one a line, and name it as file:/path.",
  });
  expectNoFix(code, text);
});

import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "regex-db-table";
const table = "table t db:/etc/mail/t.db\n";
const rest = "listen on lo filter f\naction a mbox\nmatch for local action a\n";
const filter = `${table}filter f phase helo match helo regex <|<t>|> junk\n${rest}`;
const plainFilter = filter.replace("<|<t>|>", "<t>");

describe("reports", () => {
  test("a filter", () => expectMarked(code, filter, { target: "6.8.0" }));
  test("a filter of the first release that has them", () => expectMarked(code, filter, { target: "6.6.0" }));
  test("the one condition of rules that smtpd takes it for", () =>
    expectMarked(code, `${table}action a mbox\nmatch from rdns regex <|<t>|> for any action a`, { target: "6.8.0" }));
});

describe("is silent about", () => {
  test("newer releases", () => expectSilent(code, plainFilter, { target: "7.3" }));
  test("a file", () => expectSilent(code, plainFilter.replace("db:", "file:"), { target: "6.8.0" }));
  test("a database of names", () => expectSilent(code, plainFilter.replace("regex ", ""), { target: "6.8.0" }));
});

test("says how the entries are compared", () => {
  const options = { target: "6.8.0" } as const;
  expectMessage(
    code,
    plainFilter,
    {
      message: 'smtpd compares the entries of this "db" table as they stand, in spite of "regex".',
      help: 'Keep the patterns in a text file, "file:/path", or go to 7.3 or newer.',
    },
    options,
  );
});

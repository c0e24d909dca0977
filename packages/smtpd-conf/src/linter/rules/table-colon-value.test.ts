import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-colon-value";
const text = 'table t "/t"\n';

describe("reports", () => {
  test.each(["anna <|:|> bert\n", "anna\t<|:|>\tbert\n", "a: b\nc   <|:|> d\n", "a:<|:|> b\n"])("%j", (file) =>
    expectMarked(code, text, { files: { "/t": file } }),
  );
});

describe("is silent about", () => {
  test.each(["anna: bert\n", "anna:bert\n", "anna bert\n", "anna :include:/x\n", "# @list\na : b\n", "a\nb : c\n"])(
    "%j",
    (file) => expectSilent(code, text, { files: { "/t": file } }),
  );

  test("7.5, which leaves the colon out", () => {
    expectSilent(code, text, { files: { "/t": "anna : bert\n" }, target: "7.5" });
  });

  test("a table in the configuration", () => expectSilent(code, 'table t { a = ": b" }\n'));
});

test("names the key", () => {
  expectMessage(
    code,
    text,
    {
      message: 'The blank ends the key "anna", so that the colon is a part of the value from 7.6 on.',
      help: 'Write "anna: " without a blank before the colon.',
    },
    { files: { "/t": "anna : bert\n" } },
  );
});

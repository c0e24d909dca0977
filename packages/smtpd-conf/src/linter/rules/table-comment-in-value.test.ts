import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-comment-in-value";
const text = 'table t "/t"\n';

describe("reports", () => {
  test.each([
    "anna: bert <|# boss|>\n",
    "anna bert\t<|#boss|>\n",
    "anna bert <|# # boss|>  \n",
    "# @list\nexample.org <|# ours|>\n",
    "example.org\nexample.net <|# theirs|>\n",
    "example.org <|# the first line|>\n",
    "anna: bert\nclara: dora <|# x|>\nemil: fritz <|# y|>\n",
  ])("%j", (file) => expectMarked(code, text, { files: { "/t": file } }));
});

describe("is silent about", () => {
  test.each([
    "# comment\nanna: bert\n  # comment\n",
    "anna: bert#1\n",
    'anna: "|/bin/x #1"\n',
    "anna: |/bin/x #1\n",
    "anna: error:550 see #1\n",
    "anna: :error:550 see #1\n",
    "",
  ])("%j", (file) => expectSilent(code, text, { files: { "/t": file } }));

  test("regular expressions", () => {
    const use = "action a mbox\nmatch mail-from regex <t> action a\n";
    expectSilent(code, text + use, { files: { "/t": "# @list\n^a #b$\n" } });
  });

  test.each(['table t { a = "b # c" }\n', "table t db:/t\n", 'table t "/missing"\n'])("%j", (other) =>
    expectSilent(code, other, { files: { "/t": "a: b # c\n" } }),
  );
});

test("says what it is a part of", () => {
  expectMessage(
    code,
    text,
    {
      message: "smtpd knows no comment behind an entry: this is a part of the value.",
      help: "Give the comment a line of its own.",
    },
    { files: { "/t": "a: b # c\n" } },
  );
});

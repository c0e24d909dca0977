import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-list-becomes-mapping";
const text = 'table t "/t"\n';

describe("reports", () => {
  test.each([
    "<|2001:db8::1|>\n192.0.2.1\n",
    "<|::1|>\n",
    "# networks\n\n <|2001:db8::/32|> \n10.0.0.0/8\n",
    "<|smtp+tls://mail.example.org|>\n",
    "<|smtps://label@mail.example.org:465|>\nsmtps://other\n",
    "<|LMTP://127.0.0.1:24|>\n",
  ])("%j", (file) => expectMarked(code, text, { files: { "/t": file } }));

  test("also where smtpd refuses the table for it", () => {
    const use = "action a relay host <t>\nmatch action a\n";
    expectMarked(code, text + use, { files: { "/t": "<|smtps://a|>\n" }, readTableKind: () => "mapping" });
  });
});

describe("is silent about", () => {
  test.each([
    "# @list\n2001:db8::1\n",
    "[2001:db8::1]\n",
    "192.0.2.1\n2001:db8::1\n",
    "2001:db8::1 mail.example.org\n",
    "[2001:db8::1] mail.example.org\n",
    "example.org smtps://mail.example.org\n",
    "root: anna\n",
    "http://example.org\n",
    "",
  ])("%j", (file) => expectSilent(code, text, { files: { "/t": file } }));

  test("a table in the configuration", () => expectSilent(code, 'table t { "::1" = b }\n'));
});

test("says how to make it a list", () => {
  const files = { "/t": "2001:db8::1\n" };
  const message = 'The colon in the first line makes the file a mapping, with the key "2001" instead of an address.';
  expectMessage(
    code,
    text,
    { message, help: 'Put the line "# @list" at the top of the file, or the address in brackets.' },
    { files },
  );
  expectMessage(
    code,
    text,
    { message, help: 'Put the line "# @list" at the top of the file.' },
    { files, target: "7.5" },
  );
});

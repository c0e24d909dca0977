import { expect, test } from "vitest";
import { getLinks } from "./links.ts";
import { type SnapshotOptions, snapshotOf } from "./testing.ts";

function links(text: string, options?: SnapshotOptions): string[] {
  const { document, ...snapshot } = snapshotOf(text, options);
  return getLinks({ ...snapshot, document }).map(
    ({ range, target, tooltip }) => `${document.getText(range)} → ${target} (${tooltip})`,
  );
}

const openInBrowser = "Open in the browser";

test.each([
  ['include "/etc/mail/a.conf"\n', ["/etc/mail/a.conf → file:///etc/mail/a.conf (Open the included file)"]],
  ['include "a.conf"\n', ["a.conf → file:///etc/mail/a.conf (Open the included file)"]],
  ["table t file:/etc/mail/a\n", ["/etc/mail/a → file:///etc/mail/a (Open the file of the table)"]],
  ['table t "/etc/mail/a"\n', ["/etc/mail/a → file:///etc/mail/a (Open the file of the table)"]],
  ["table t sqlite:/etc/mail/a\n", ["/etc/mail/a → file:///etc/mail/a (Open the settings of the table)"]],
  ["table t proc:/usr/bin/a\n", []],
  ["table t getpwnam\n", []],
  ["table t { a }\n", []],
  ['pki m cert "/c" key "/k" dhe auto\n', ["/c → file:///c (Open the certificate)", "/k → file:///k (Open the key)"]],
  ['ca m cert "/c"\n', ["/c → file:///c (Open the certificate)"]],
  ["f = '\"/c\"'\nca m cert $f\n", ["$f → file:///c (Open the certificate)"]],
  ['pki m cert "/c" key\n', ["/c → file:///c (Open the certificate)"]],
  ['pki m cert "/a\\ b"\n', ["/a\\ b → file:///a b (Open the certificate)"]],
  ["# see https://example.org/a.\n", [`https://example.org/a → https://example.org/a (${openInBrowser})`]],
  [
    "# (http://example.org/a_(b)), http://b.example\n",
    [
      `http://example.org/a_(b) → http://example.org/a_(b) (${openInBrowser})`,
      `http://b.example → http://b.example (${openInBrowser})`,
    ],
  ],
  ["# [see http://b.example/a).!]\n", [`http://b.example/a → http://b.example/a (${openInBrowser})`]],
  [`# http://b.example/${").".repeat(50_000)}\n`, [`http://b.example/ → http://b.example/ (${openInBrowser})`]],
  ["# <https://example.org/?a=b#c>\n", [`https://example.org/?a=b#c → https://example.org/?a=b#c (${openInBrowser})`]],
  ['action x mda "curl http://example.org"\n', []],
  [
    "# smtpd-lint: disable-next-line unused-table -- why\ntable t { a }\n",
    ["unused-table → https://example.org/checks/unused-table (Open the page of unused-table)"],
  ],
  [
    "# smtpd-lint: disable unused-table, open-relay\n",
    [
      "unused-table → https://example.org/checks/unused-table (Open the page of unused-table)",
      "open-relay → https://example.org/checks/open-relay (Open the page of open-relay)",
    ],
  ],
  ["include\n", []],
  ["", []],
])("in %.200j", (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test("only those of this document, in its order", () => {
  const files = { "a.conf": "# http://a.example\ntable t file:/b\n" };
  expect(links('ca m cert "/c" # http://c.example\ninclude "a.conf"\n', { files })).toEqual([
    "/c → file:///c (Open the certificate)",
    `http://c.example → http://c.example (${openInBrowser})`,
    "a.conf → file:///etc/mail/a.conf (Open the included file)",
  ]);
});

test("a path that a template fills in is no link", () => {
  expect(links('ca m cert "{{ path }}"\nca n cert "/c"\n', { template: "jinja" })).toEqual([
    "/c → file:///c (Open the certificate)",
  ]);
});

test("a code without a page is no link", () => {
  const snapshot = snapshotOf("# smtpd-lint: disable nonsense\n");
  expect(getLinks({ ...snapshot, pageOf: () => undefined })).toEqual([]);
});

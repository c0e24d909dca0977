import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getFileRenameEdits } from "./file-renames.ts";
import { movedPath } from "./moved-path.ts";
import { editsByUri, type SnapshotOptions, snapshotOf, uriOf } from "./testing.ts";

/** The text after files were renamed, each from a path to another. */
function after(text: string, renames: Readonly<Record<string, string>>, options?: SnapshotOptions): string {
  const snapshot = snapshotOf(text, options);
  const pairs = Object.entries(renames).map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) }));
  const changes = editsByUri(getFileRenameEdits([snapshot, snapshot], pairs));
  return TextDocument.applyEdits(snapshot.document, changes.get(snapshot.document.uri) ?? []);
}

test.each([
  ['include "/etc/mail/a.conf"\n', { "/etc/mail/a.conf": "/etc/mail/b.conf" }, 'include "/etc/mail/b.conf"\n'],
  ['include "a.conf"\n', { "a.conf": "b.conf" }, 'include "b.conf"\n'],
  ['include "a.conf"\n', { "a.conf": "sub/b.conf" }, 'include "sub/b.conf"\n'],
  ['include "a.conf"\n', { "a.conf": "/etc/b.conf" }, 'include "../b.conf"\n'],
  ["include a.conf\n", { "a.conf": "b c.conf" }, 'include "b c.conf"\n'],
  ["table t file:/etc/mail/a\n", { "/etc/mail/a": "/etc/mail/b" }, "table t file:/etc/mail/b\n"],
  ["table t file:/etc/mail/a\n", { "/etc/mail/a": "/etc/mail/b c" }, 'table t "file:/etc/mail/b c"\n'],
  ["table t '/etc/mail/a'\n", { "/etc/mail/a": "/etc/mail/b c" }, "table t '/etc/mail/b c'\n"],
  [
    'pki m cert "/ssl/a" key "/ssl/b"\nca m cert "/ssl/a"\n',
    { "/ssl/a": "/tls/a" },
    'pki m cert "/tls/a" key "/ssl/b"\nca m cert "/tls/a"\n',
  ],
  ['pki m cert "/ssl/a" key "/ssl/b"\n', { "/ssl": "/tls" }, 'pki m cert "/tls/a" key "/tls/b"\n'],
  ['pki m cert "/ssl/a"\n', { "/ssl/": "/tls/" }, 'pki m cert "/tls/a"\n'],
  ['pki m cert "/ssl2/a"\n', { "/ssl": "/tls" }, 'pki m cert "/ssl2/a"\n'],
  [
    "f = '\"/ssl/a\"'\nca m cert $f\nca n cert $f\n",
    { "/ssl/a": "/tls/b" },
    "f = '\"/tls/b\"'\nca m cert $f\nca n cert $f\n",
  ],
  ['f = "file:/etc/a"\ntable t $f\n', { "/etc/a": "/etc/b" }, 'f = "file:/etc/b"\ntable t $f\n'],
  ["f = '\"/ssl/a\"'\nca m cert $f\n", { "/ssl/a": "/ssl/b c" }, "f = '\"/ssl/a\"'\nca m cert $f\n"],
  ['include "a.conf" foo\n', { "a.conf": "b.conf" }, 'include "b.conf" foo\n'],
  ['# include "a.conf"\n', { "a.conf": "b.conf" }, '# include "a.conf"\n'],
  ["table t proc:/usr/bin/a\n", { "/usr/bin/a": "/usr/bin/b" }, "table t proc:/usr/bin/a\n"],
])("%j when %j", (text, renames, expected) => {
  expect(after(text, renames as unknown as Record<string, string>)).toBe(expected);
});

test("paths in included files change, too", () => {
  const files = { "a.conf": "table t file:/etc/mail/a\n" };
  const snapshot = snapshotOf('include "a.conf"\n', { files });
  const edit = getFileRenameEdits([snapshot], [{ oldUri: uriOf("/etc/mail/a"), newUri: uriOf("/etc/mail/b") }]);
  const range = { start: { line: 0, character: 8 }, end: { line: 0, character: 24 } };
  expect(edit).toEqual({
    documentChanges: [
      { textDocument: { uri: uriOf("a.conf"), version: 1 }, edits: [{ range, newText: "file:/etc/mail/b" }] },
    ],
  });
});

test("nothing changes where no file is named", () => {
  expect(getFileRenameEdits([snapshotOf("listen on lo\n")], [{ oldUri: "file:///a", newUri: "file:///b" }])).toEqual({
    documentChanges: [],
  });
});

test.each([
  ["/etc/a", "file:///etc/a", "file:///etc/b", "/etc/b"],
  ["/etc/a", "file:///srv/root/etc/a", "file:///srv/root/b", "/b"],
  ["/etc/a", "file:///srv/root/etc/a", "file:///srv/b", undefined],
  ["a", "file:///srv/a", "file:///srv/x/b", "x/b"],
  ["./a", "file:///srv/a", "file:///srv/b", "./b"],
  ["x/a", "file:///srv/x/a", "file:///srv/a", "a"],
  ["x/../a", "file:///srv/a", "file:///srv/b", "b"],
  ["../a", "file:///srv/a", "file:///srv/b", "../b"],
  ["a", "file:///srv/a", "file:///etc/b", "../etc/b"],
  ["a", "file://one/a", "file://two/a", undefined],
  ["/etc/a b", "file:///etc/a%20b", "file:///etc/c%20d", "/etc/c d"],
  ["/etc/a%zz", "file:///etc/a%zz", "file:///etc/b", "/etc/b"],
  ["a", "file:///elsewhere/b", "file:///c", undefined],
  ["..", "file:///srv", "file:///etc", undefined],
])("%j at %j is moved to %j", (path, from, to, expected) => {
  expect(movedPath(path, from, to)).toBe(expected);
});

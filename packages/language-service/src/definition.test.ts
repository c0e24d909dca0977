import { expect, test } from "vitest";
import type { LocationLink, Position } from "vscode-languageserver-types";
import { getDeclarations } from "./declaration.ts";
import { getDefinitions } from "./definition.ts";
import { getImplementations } from "./implementation.ts";
import type { Snapshot } from "./snapshot.ts";
import { type SnapshotOptions, snapshotAt, uriOf } from "./testing.ts";
import { getTypeDefinitions } from "./type-definition.ts";

const files = {
  "a.conf": "action x mbox\n",
  "/etc/mail/aliases": "root: alice\nbob: carol\n",
  "/etc/mail/secrets": "# ours\nother a:b\nLabel user:password\n",
  "/etc/ssl/mx.crt": "-----BEGIN CERTIFICATE-----\n",
};

type Jump = (snapshot: Snapshot, position: Position) => LocationLink[];

/** Each jump as `statement → what is selected of it`, with the file where it is another one; and what it starts from, first. */
function jumps(jump: Jump, textWithCursor: string, options: SnapshotOptions = {}): string[] {
  const { snapshot, position } = snapshotAt(textWithCursor, { files, ...options });
  const links = jump(snapshot, position);
  const origins = new Set(
    links.map((link) => link.originSelectionRange).map((range) => range && snapshot.document.getText(range)),
  );
  return [...[...origins].map(String), ...links.map((link) => describe(snapshot, link))];
}

function describe(
  { document, files }: Snapshot,
  { targetUri, targetRange, targetSelectionRange }: LocationLink,
): string {
  if (targetUri === document.uri) return `${document.getText(targetRange)} → ${document.getText(targetSelectionRange)}`;
  const path = targetUri.replace(/^file:\/\/(?:\/etc\/mail\/(?=a\.conf|smtpd\.conf))?/, "");
  const file = files.documentOf(path);
  expect(uriOf(path)).toBe(targetUri);
  return `${path}: ${file?.getText(targetRange)} → ${file?.getText(targetSelectionRange)}`;
}

test.each([
  ["an action", "action x mbox\nmatch for any action |x\n", ["x", "action x mbox → x"]],
  ["an action in quotes", 'action "x" mbox\nmatch for any action "|x"\n', ["x", 'action "x" mbox → x']],
  ["an action in itself", "action x| mbox\n", ["x", "action x mbox → x"]],
  ["an action that is not there", "match for any action |x\n", []],
  [
    "an action that is defined twice",
    "action x mbox\naction x lmtp y\nmatch for any action |x\n",
    ["x", "action x mbox → x", "action x lmtp y → x"],
  ],
  ["an action that is broken", "action x mbox foo\nmatch for any action |x\n", ["x", "action x mbox foo → x"]],
  ["an action of a broken rule", "action x mbox\nmatch for any action |x foo\n", ["x", "action x mbox → x"]],
  ["a table", "table t { a,\n b }\nmatch for domain <|t> reject\n", ["t", "table t { a,\n b } → t"]],
  ["a table that smtpd makes", 'match for domain <"<|anyhost>"> reject\n', []],
  ["a macro", "a = x\naction |$a mbox\na = y\n", ["a", "a = x → a"]],
  ["a macro that is defined twice", "a = x\na = y\naction |$a mbox\na = z\n", ["a", "a = y → a"]],
  ["a macro in its definition", "a = x\n|a = y\n", ["a", "a = y → a"]],
  ["a macro that is not there", "action |$a mbox\n", []],
  ["a name through a macro", "a = x\naction $a mbox\nmatch for any action |x\n", ["x", "action $a mbox → $a"]],
  ["a filter", "filter f proc p\nlisten on lo filter |f\n", ["f", "filter f proc p → f"]],
  ["a member of a chain", "filter f proc p\nfilter c chain { |f }\n", ["f", "filter f proc p → f"]],
  ["a proc", "proc p c\nfilter f proc |p\n", ["p", "proc p c → p"]],
  ["a proc of a proc-exec", "filter f proc-exec c\nfilter g proc |f\n", ["f", "filter f proc-exec c → f"]],
  ["a wrapper", "mda wrapper w c\naction x mda y wrapper |w\n", ["w", "mda wrapper w c → w"]],
  ["a pki", "pki m cert a\npki m key b\nlisten on lo tls pki |m\n", ["m", "pki m cert a → m", "pki m key b → m"]],
  ["a ca", "ca m cert a\naction x relay ca |M\n", ["M", "ca m cert a → m"]],
  [
    "a tag",
    "listen on lo tag t\nlisten on eth0 tag T\nmatch tag |t for any reject\n",
    ["t", "listen on lo tag t → t", "listen on eth0 tag T → T"],
  ],
  ["an included file", 'include "|a.conf"\n', ["a.conf", "a.conf:  → "]],
  ["an included file that is not there", 'include "|b.conf"\n', []],
  ["a name of an included file", 'include "a.conf"\nmatch for any action |x\n', ["x", "a.conf: action x mbox → x"]],
  ["a table file", "table t file:/etc/mail/|aliases\n", ["/etc/mail/aliases", "/etc/mail/aliases:  → "]],
  ["a table file without a type", 'table t "/etc/mail/|aliases"\n', ["/etc/mail/aliases", "/etc/mail/aliases:  → "]],
  ["a table program", "table t proc:/etc/mail/|aliases\n", []],
  [
    "a table file out of a macro",
    'f = "file:/etc/mail/aliases"\ntable t |$f\n',
    ["f", 'f = "file:/etc/mail/aliases" → f'],
  ],
  ["a certificate", 'pki m cert "/etc/ssl/mx|.crt"\n', ["/etc/ssl/mx.crt", "/etc/ssl/mx.crt:  → "]],
  ["a key that may not be read", 'pki m key "/etc/ssl/mx|.key"\n', []],
  ["the certificate of a ca", 'ca m cert "|/etc/ssl/mx.crt"\n', ["/etc/ssl/mx.crt", "/etc/ssl/mx.crt:  → "]],
  [
    "a label, to its inline entry",
    'action x relay host smtps://la|bel@h auth { label = "a:b" }\n',
    ["label", 'label = "a:b" → label'],
  ],
  [
    "a label, to its table",
    'table s { label = "a:b" }\naction x relay host "smtps://|label@h" auth <s>\n',
    ["label", 'label = "a:b" → label'],
  ],
  [
    "a label, to its file",
    "table s file:/etc/mail/secrets\naction x relay host smtps://label|@h auth <s>\n",
    ["label", "/etc/mail/secrets: Label user:password → Label"],
  ],
  [
    "a label of a list",
    "action x relay host { smtps://a@h, smtps://|b@h } auth { a = c, b = d }\n",
    ["b", "b = d → b"],
  ],
  ["a label without a table", "action x relay host smtps://|label@h\n", []],
  ["the host behind a label", "action x relay host smtps://label@|h auth { label = a }\n", []],
  ["a rule that a comment silences", "# smtpd-lint: disable-next-line unused-|table\ntable t { a }\n", []],
  ["a keyword", "act|ion x mbox\n", []],
  ["nothing", "|", []],
])("definition of %s", (_, text, expected) => {
  expect(jumps(getDefinitions, text)).toEqual(expected);
});

test("the statement that includes a file can define what is used in it", () => {
  const root = { path: "smtpd.conf", text: 'action x mbox\ninclude "b.conf"\n' };
  const text = "match for any action |x\n";
  expect(jumps(getDefinitions, text, { path: "b.conf", root, files: {} })).toEqual([
    "x",
    "smtpd.conf: action x mbox → x",
  ]);
});

test("a file that is included twice defines a name in one place", () => {
  const text = 'include "a.conf"\ninclude "a.conf"\nmatch for any action |x\n';
  expect(jumps(getDefinitions, text)).toEqual(["x", "a.conf: action x mbox → x"]);
});

test("declarations are definitions", () => {
  expect(jumps(getDeclarations, "action x mbox\nmatch for any action |x\n")).toEqual(["x", "action x mbox → x"]);
});

test.each([
  ["an action, to its method", "action x maildir\nmatch for any action |x\n", ["x", "action x maildir → maildir"]],
  ["an action without a method", "action x\nmatch for any action |x\n", []],
  ["a table, to its entries", "table t { a }\nmatch for domain <|t> reject\n", ["t", "table t { a } → { a }"]],
  [
    "a table, to its file",
    "table t file:/etc/mail/aliases\naction x mbox alias <|t>\n",
    ["t", "/etc/mail/aliases:  → "],
  ],
  ["a table whose file is not there", "table t file:/nowhere\naction x mbox alias <|t>\n", []],
  ["a filter", "filter f| proc p\n", []],
  ["nothing", "|", []],
])("type of %s", (_, text, expected) => {
  expect(jumps(getTypeDefinitions, text)).toEqual(expected);
});

test.each([
  ["a filter, to its proc", "proc p c\nfilter f proc p\nlisten on lo filter |f\n", ["f", "proc p c → p"]],
  ["a proc, to its command", "proc p c\nfilter f proc |p\n", ["p", "proc p c → c"]],
  ["a filter with a command", "filter |f proc-exec c\n", ["f", "filter f proc-exec c → c"]],
  [
    "a chain, to its members",
    "filter f proc p\nfilter g proc p\nfilter |c chain { f, g }\n",
    ["c", "filter f proc p → f", "filter g proc p → g"],
  ],
  [
    "a filter of a phase",
    "filter |f phase connect match !rdns junk\n",
    ["f", "filter f phase connect match !rdns junk → junk"],
  ],
  ["a broken filter", "filter |f\n", []],
  ["an action", "action |x mbox\n", []],
  ["nothing", "|", []],
])("implementation of %s", (_, text, expected) => {
  expect(jumps(getImplementations, text)).toEqual(expected);
});

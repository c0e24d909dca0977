import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { getRename, prepareRename } from "./rename.ts";
import type { Snapshot } from "./snapshot.ts";
import { editsByUri, type SnapshotOptions, snapshotAt, uriOf, withMarks } from "./testing.ts";

/** What the rename begins with: the range marked and the name, or why it does not begin. */
function prepared(textWithCursor: string, options?: SnapshotOptions): string {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const start = prepareRename(snapshot, position);
  return "problem" in start ? start.problem : `${withMarks(snapshot.document, [start.range])}${start.placeholder}`;
}

/** The text with the new name, and the other files that change; or why it is refused. */
function renamed(textWithCursor: string, newName: string, options?: SnapshotOptions): string {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const edit = getRename(snapshot, position, newName);
  return "problem" in edit ? edit.problem : [...textsAfter(snapshot, edit, options?.files)].join("");
}

function textsAfter(
  { document }: Snapshot,
  edit: WorkspaceEdit,
  files: SnapshotOptions["files"] = {},
): readonly string[] {
  const changes = editsByUri(edit);
  const others = Object.entries(files).filter(([path]) => changes.has(uriOf(path)));
  return [document, ...others.map(([path, text]) => TextDocument.create(uriOf(path), "smtpd-conf", 1, text))].map(
    (one) => TextDocument.applyEdits(one, changes.get(one.uri) ?? []),
  );
}

test.each([
  ["action |x mbox\n", "action <|x|> mbox\nx"],
  ['action "|x y" mbox\n', 'action "<|x y|>" mbox\nx y'],
  ['action |"x" mbox\n', 'action "<|x|>" mbox\nx'],
  ["action 'a\\'b|' mbox\n", "action '<|a\\'b|>' mbox\na'b"],
  ["a| = x\n", "<|a|> = x\na"],
  ["a = x\naction |$a mbox\n", "a = x\naction $<|a|> mbox\na"],
  ["table t { a }\nmatch for domain <|t> reject\n", "table t { a }\nmatch for domain <<|t|>> reject\nt"],
  ["ca M| cert a\n", "ca <|M|> cert a\nM"],
  ["act|ion x mbox\n", "There is no name here that could be renamed."],
  ["|", "There is no name here that could be renamed."],
  ['match for domain <"<|anyhost>"> reject\n', `"<anyhost>" is a name of smtpd's own, which nothing can change.`],
  ['pki "|*" cert a\n', `"*" is a name of smtpd's own, which nothing can change.`],
  ["a = x\naction $a mbox\nmatch for any action |x\n", "The name also comes out of $a; write it out there first."],
  [
    "a = x\naction x|y mbox\nmatch for any action $a-\n",
    "action <|xy|> mbox\nmatch for any action $a-\nxy".replace("action", "a = x\naction"),
  ],
  [
    "table s { t, u }\nlisten on lo tag |t\nmatch tag <s> for domain <s> reject\n",
    'A table that a tag condition asks may list "t", too; change both by hand.',
  ],
  [
    "table s { u }\nlisten on lo tag |t\nmatch tag <s> for any reject\n",
    "table s { u }\nlisten on lo tag <|t|>\nmatch tag <s> for any reject\nt",
  ],
  [
    "listen on lo tag |t\nmatch tag <s> for any reject\n",
    'A table that a tag condition asks may list "t", too; change both by hand.',
  ],
])("prepares %j", (text, expected) => {
  expect(prepared(text)).toBe(expected);
});

test("a tag that the file of a table lists is not renamed", () => {
  const text = "table s file:/etc/tags\nlisten on lo tag |t\nmatch tag <s> for any reject\n";
  const problem = 'A table that a tag condition asks may list "t", too; change both by hand.';
  expect(prepared(text, { files: { "/etc/tags": "# @list\nt\n" } })).toBe(problem);
  expect(prepared(text, { files: { "/etc/tags": "# @list\nu\n" } })).toMatch(/tag <\|t\|>/);
});

test("a macro of the command line is not renamed", () => {
  const problem = 'The macro "a" is given on the command line, where it has to be renamed.';
  expect(prepared("a = y\naction |$a mbox\n", { definitions: ["a=x"] })).toBe(problem);
});

test("a name in a file that cannot be edited is not renamed", () => {
  const { snapshot, position } = snapshotAt('include "a.conf"\naction |x mbox\n', {
    files: { "a.conf": "match for any action x\n" },
  });
  const closed = { ...snapshot, files: { ...snapshot.files, documentOf: () => undefined } };
  expect(prepareRename(closed, position)).toEqual({
    problem: '"x" also stands in a.conf, which cannot be edited here.',
  });
});

test("a name that a template fills in is not renamed", () => {
  const problem = prepared("action {{ name| }} mbox\n", { template: "jinja" });
  expect(problem).toMatch(/^"\w+" also stands where the text is not what smtpd reads, such as a template fills in\.$/);
});

test.each([
  ["action |x mbox\nmatch for any action x\n", "y", "action y mbox\nmatch for any action y\n"],
  ['action |x mbox\nmatch for any action "x"\n', "y", 'action y mbox\nmatch for any action "y"\n'],
  ['action |x mbox\nmatch for any action "x"\n', "relay", 'action "relay" mbox\nmatch for any action "relay"\n'],
  ["action |x mbox\nmatch for any action 'x'\n", "y z", "action \"y z\" mbox\nmatch for any action 'y z'\n"],
  ["action |x mbox\n", "25", 'action "25" mbox\n'],
  ["action |x mbox\n", "/x", 'action "/x" mbox\n'],
  [
    "action |x mbox\nmatch for any action 'x'\n",
    `it's "it"`,
    `action "it's \\"it\\"" mbox\nmatch for any action 'it\\'s "it"'\n`,
  ],
  ["action |x mbox\n", "a\\.b", 'action "a\\.b" mbox\n'],
  ["action |x mbox\n", "käse", 'action "käse" mbox\n'],
  ["table |t { a }\nmatch for domain <t> reject\n", "mta", 'table "mta" { a }\nmatch for domain <"mta"> reject\n'],
  ["table t { a }\nmatch for domain <|t> reject\n", "u", "table u { a }\nmatch for domain <u> reject\n"],
  ["a| = x\naction $a mbox\n", "b", "b = x\naction $b mbox\n"],
  ['"a|" = x\nb = $a\n', "c", '"c" = x\nb = $c\n'],
  [
    "a = x\naction $a mbox\n|a = y\nmatch for any action $a\n",
    "b",
    "b = x\naction $b mbox\nb = y\nmatch for any action $b\n",
  ],
  ["a = x\naction |$a-y mbox\n", "bc", "bc = x\naction $bc-y mbox\n"],
  ['a = x\naction |$a mbox\nmatch for any action "$a"\n', "b", 'b = x\naction $b mbox\nmatch for any action "$a"\n'],
  ["# a\na| = x\n", "b", "# a\nb = x\n"],
  [
    "filter |f proc p\nfilter c chain { f }\nlisten on lo filter { f }\n",
    "g",
    "filter g proc p\nfilter c chain { g }\nlisten on lo filter { g }\n",
  ],
  ["filter |f proc-exec c\nfilter g proc f\n", "h", "filter h proc-exec c\nfilter g proc h\n"],
  ["filter f proc-exec c\nfilter g proc |f\n", "h", "filter h proc-exec c\nfilter g proc h\n"],
  ["proc |f c\nfilter f proc f\n", "p", "proc p c\nfilter f proc p\n"],
  ["mda wrapper |w c\naction x mda y wrapper w\n", "v", "mda wrapper v c\naction x mda y wrapper v\n"],
  ["pki |m cert a\npki M key b\nlisten on lo tls pki m\n", "n", "pki n cert a\npki n key b\nlisten on lo tls pki n\n"],
  ["ca |m cert a\naction x relay ca M\n", "N", "ca N cert a\naction x relay ca N\n"],
  [
    "listen on lo tag |t\nmatch tag { T, u } for any reject\n",
    "v",
    "listen on lo tag v\nmatch tag { v, u } for any reject\n",
  ],
  [
    "table s { t, u }\nlisten on lo tag |T\nmatch tag <s> for any reject\n",
    "two words",
    'table s { "two words", u }\nlisten on lo tag "two words"\nmatch tag <s> for any reject\n',
  ],
  ["action x mbox\nmatch for any action |x foo\n", "y", "action y mbox\nmatch for any action y foo\n"],
  ["match for any action |x\n", "y", "match for any action y\n"],
  ["action |x mbox\n", "x", "action x mbox\n"],
  [
    "p = '{'\nlisten on lo tag :x\nmatch tag $p:|x } for any reject\n",
    "y",
    "p = '{'\nlisten on lo tag y\nmatch tag $p\"y\" } for any reject\n",
  ],
])("renames %j to %j", (text, newName, expected) => {
  expect(renamed(text, newName)).toBe(expected);
});

test("a word that only later releases reserve gets quotes, one that they free does not need them", () => {
  expect(renamed("action |x mbox\n", "regex", { target: "6.4.2" })).toBe('action "regex" mbox\n');
  expect(renamed("action |x mbox\n", "to", { target: "7.9" })).toBe("action to mbox\n");
});

test.each([
  ["action |x mbox\n", "", "A name cannot be empty."],
  ["action |x mbox\n", "a\nb", "A name cannot have a line break in it."],
  ["action |x mbox\n", "a\0b", "A name cannot have control characters or halves of characters in it."],
  ["action |x mbox\n", "a\ud800", "A name cannot have control characters or halves of characters in it."],
  ["action |x mbox\n", "a\\", "A name cannot end in a backslash, because that takes in the quote behind it."],
  ["action |x mbox\n", "a".repeat(8095), "The name has 8095 bytes, and smtpd takes at most 8094 here."],
  ["listen on lo tag |t\n", "ä".repeat(17), "The name has 34 bytes, and smtpd takes at most 32 here."],
  ["action |x mbox\naction y mbox\n", "y", 'There is already an action "y".'],
  [
    "action |x mbox\nmatch for any action y\n",
    "y",
    '"y" is used as the name of an action that is not defined; "x" would become it.',
  ],
  ["table |t { a }\ntable u { a }\n", "u", 'There is already a table "u".'],
  ["table |t { a }\n", "<anyhost>", '"<anyhost>" has a meaning of its own to smtpd; choose another name.'],
  ["table |t { a }\n", "<dynamic:0>", '"<dynamic:0>" has a meaning of its own to smtpd; choose another name.'],
  ["filter |f proc-exec c\nproc p c\n", "p", 'There is already a proc "p".'],
  ["proc |p c\nfilter f proc-exec c\n", "f", 'There is already a proc "f".'],
  ["listen on lo tag |t\nlisten on lo tag u\n", "U", 'There is already a tag "U".'],
  ["ca |m cert a\nca n cert b\n", "N", 'There is already a ca "N".'],
  ["pki |m cert a\n", "*", '"*" has a meaning of its own to smtpd; choose another name.'],
  [
    "pki |m cert a\n",
    "M.example",
    'smtpd keeps the name of a pki in lower case and may not find it in capitals; write "m.example".',
  ],
  ["ca |m cert a\n", "two words", 'The name of a ca is a host name, such as "mail.example.org".'],
  ["a| = x\n", "a-b", 'The name of a macro has only letters, digits and "_", because $name ends before all else.'],
  ["a| = x\n", "12", "The name of a macro cannot be a number alone."],
  ["a| = x\n", "relay", '"relay" is a reserved word, which cannot name a macro.'],
  ["a| = x\nb = y\n", "b", 'There is already a macro "b".'],
  ["a| = x\naction $b mbox\n", "b", '"b" is used as the name of a macro that is not defined; "a" would become it.'],
  [
    'listen on lo tag |in1\nmatch tag regex "^in" for any reject\n',
    "out",
    'A tag condition with an expression may take "out" for another tag than "in1".',
  ],
  ["act|ion x mbox\n", "y", "There is no name here that could be renamed."],
])("refuses to rename %j to %j", (text, newName, expected) => {
  expect(renamed(text, newName)).toBe(expected);
});

test("a name that a macro of the command line has is taken", () => {
  expect(renamed("a| = x\n", "b", { definitions: ["b=y"] })).toBe('There is already a macro "b" on the command line.');
});

test("a tag that expressions take alike can be renamed", () => {
  const text = 'listen on lo tag |in1\nmatch tag regex "^in" for any reject\n';
  expect(renamed(text, "in2")).toBe('listen on lo tag in2\nmatch tag regex "^in" for any reject\n');
});

test("through includes, each place once", () => {
  const files = { "a.conf": "match for any action x\n" };
  const text = 'action |x mbox\ninclude "a.conf"\ninclude "a.conf"\n';
  expect(renamed(text, "mda", { files })).toBe(
    'action "mda" mbox\ninclude "a.conf"\ninclude "a.conf"\nmatch for any action "mda"\n',
  );
});

test("the edits say for which version of an open document they are", () => {
  const { snapshot, position } = snapshotAt('action |x mbox\ninclude "a.conf"\n', {
    files: { "a.conf": "match for any action x\n" },
  });
  const closed = TextDocument.create(uriOf("a.conf"), "smtpd-conf", 0, "match for any action x\n");
  const files = { ...snapshot.files, documentOf: () => closed };
  const edit = getRename({ ...snapshot, files }, position, "y") as WorkspaceEdit;
  const changes = edit.documentChanges as TextDocumentEdit[];
  expect(changes.map(({ textDocument }) => textDocument)).toEqual([
    { uri: snapshot.document.uri, version: 1 },
    { uri: closed.uri, version: null },
  ]);
});

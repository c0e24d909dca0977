import { expect, test } from "vitest";
import { symbolAt, symbolNamed } from "./symbol-at.ts";
import { type SnapshotOptions, snapshotAt, snapshotOf, withMarks } from "./testing.ts";
import { rangeIn } from "./to-lsp.ts";

/** What is found at the cursor, and its places in the document: `=name` a definition, `name` a use, `^` the one at the cursor. */
function describeAt(textWithCursor: string, options?: SnapshotOptions): string | undefined {
  const { snapshot, offset } = snapshotAt(textWithCursor, options);
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return undefined;
  const places = [...symbol.definitions, ...symbol.references].map((place) => {
    const { source, start, end } = place.span;
    const file = source === snapshot.source ? "" : `${source.path}:`;
    const text = source.text.slice(start, end);
    return `${place === symbol.at ? "^" : ""}${place.role === "definition" ? "=" : ""}${file}${text}@${start}`;
  });
  return `${symbol.kind} ${symbol.name}: ${places.join(" ")}`;
}

test.each([
  ["the name of an action", "action |x mbox\nmatch for any action x\n", "action x: ^=x@7 x@35"],
  ["the action of a rule", "action x mbox\nmatch for any action x|\n", "action x: =x@7 ^x@35"],
  ["a name in quotes", 'action "a b" mbox\nmatch for any action "a| b"\n', "action a b: =a b@8 ^a b@40"],
  ["before the opening quote", 'action |"x" mbox\n', "action x: ^=x@8"],
  ["behind the closing quote", 'action "x"| mbox\n', "action x: ^=x@8"],
  ["a table", "table t { a }\nmatch for domain <|t> reject\n", "table t: =t@6 ^t@32"],
  ["before the bracket", "table t { a }\nmatch for domain |<t> reject\n", undefined],
  ["between brackets and name", "table t { a }\nmatch for domain <t|> reject\n", "table t: =t@6 ^t@32"],
  ["a table in quotes", 'table t { a }\nmatch for domain <"|t"> reject\n', "table t: =t@6 ^t@33"],
  ["a table that smtpd makes", 'match for domain <"<any|host>"> reject\n', "table <anyhost>: ^<anyhost>@19"],
  ["a macro", "a| = x\naction $a mbox\n", "macro a: ^=a@0 a@14"],
  ["the use of a macro", "a = x\naction |$a mbox\n", "macro a: =a@0 ^a@14"],
  ["behind the use of a macro", "a = x\naction $a| mbox\n", "macro a: =a@0 ^a@14"],
  ["a macro that goes on as a word", "a = x\naction $a-|b mbox\n", undefined],
  ["a macro without a definition", "action $a| mbox\n", "macro a: ^a@8"],
  ["a macro without a value", 'a = ""\nlisten on lo $a|\n', "macro a: =a@0 ^a@21"],
  ["the value of a macro", "a = |x\naction $a mbox\n", undefined],
  ["a macro within quotes", 'a = x\naction "$a|" mbox\n', "action $a: ^=$a@14"],
  ["a macro in a comment", "a = x\n# $|a\n", undefined],
  ["a name out of a macro", "a = x\naction $a mbox\nmatch for any action x|\n", "action x: =$a@13 ^x@42"],
  ["a filter", "filter f| proc p\nlisten on lo filter f\n", "filter f: ^=f@7 f@36"],
  ["a proc", "proc p c\nfilter f proc |p\n", "proc p: =p@5 ^p@23"],
  ["a member of a chain", "filter f proc p\nfilter c chain { |f }\n", "filter f: =f@7 ^f@33"],
  ["a filter of a list", "filter f proc p\nlisten on lo filter { f| }\n", "filter f: =f@7 ^f@38"],
  ["a filter of a relay", "filter f proc p\naction x relay filter |f\n", "filter f: =f@7 ^f@38"],
  ["a filter that is a proc, too", "filter |f proc-exec c\nfilter g proc f\n", "filter f: ^=f@7 f@35"],
  ["a proc that is a filter, too", "filter f proc-exec c\nfilter g proc |f\n", "proc f: =f@7 ^f@35"],
  ["a wrapper", "mda wrapper w c\naction x mda y wrapper |w\n", "wrapper w: =w@12 ^w@39"],
  ["a pki in two statements", "pki m| cert a\npki m key b\nlisten on lo tls pki m\n", "pki m: ^=m@4 =m@17 m@46"],
  ["a pki in capitals", "pki |M cert a\nlisten on lo tls pki m\n", "pki m: ^=M@4 m@34"],
  ["a ca in capitals", "ca m cert a\nlisten on lo tls ca |M\n", "ca m: =m@3 ^M@32"],
  ["a tag", "listen on lo tag |T\nmatch tag t for any reject\n", "tag T: ^=T@17 t@29"],
  ["a tag of a list", "listen on lo tag t\nmatch tag { u, |t } for any reject\n", "tag t: =t@17 ^t@34"],
  ["a tag of a table", "table s { |t }\nlisten on lo tag T\nmatch tag <s> for any reject\n", "tag T: =T@31 ^t@10"],
  ["an entry of another table", "table s { |t }\nlisten on lo tag t\nmatch tag t for domain <s> reject\n", undefined],
  ["a tag of an expression", "listen on lo tag t\nmatch tag regex |t for any reject\n", undefined],
  ["a keyword", "act|ion x mbox\n", undefined],
  ["blank space", "action x  |  mbox\n", undefined],
  ["nothing", "|", undefined],
  ["a broken rule", "action x mbox\nmatch for any action |x foo\n", "action x: =x@7 ^x@35"],
  ["a broken chain", "filter f proc p\nfilter c chain { f| } foo\n", "filter f: =f@7 ^f@33"],
  ["a broken filter", "proc p c\nfilter f proc |p foo\n", "proc p: =p@5 ^p@23"],
  ["a broken proc-exec", "filter |f proc-exec\n", "filter f: ^=f@7"],
  ["a broken condition", "table t { a }\nfilter f phase connect match src <|t> foo\n", "table t: =t@6 ^t@48"],
  ["a broken macro", "a| = 25\nlisten on lo port $a\n", "macro a: ^=a@0 a@26"],
  ["an unclosed string", 'action |x mbox\nmatch for any action "x\n', "action x: ^=x@7"],
  ["the action that a rule does not name yet", "action x mbox\nmatch for any action |\n", undefined],
])("%s", (_, text, expected) => {
  expect(describeAt(text)).toBe(expected);
});

test("a pki in capitals is another one from 7.3 on, where a listener names it", () => {
  const text = "pki M cert a\nlisten on lo tls pki |M\n";
  expect(describeAt(text, { target: "6.8.0" })).toBe("pki m: =M@4 ^M@34");
  expect(describeAt(text, { target: "7.3" })).toBe("pki M: ^M@34");
});

test("names are those of all files", () => {
  const files = { "a.conf": "action x mbox\n" };
  const text = 'include "a.conf"\nmatch for any action |x\n';
  expect(describeAt(text, { files })).toBe("action x: =a.conf:x@7 ^x@38");
});

test("an included file knows the names of the file that includes it", () => {
  const root = { path: "smtpd.conf", text: 'include "a.conf"\nmatch for any action x\n' };
  expect(describeAt("action |x mbox\n", { path: "a.conf", root })).toBe("action x: ^=x@7 smtpd.conf:x@38");
});

test("the use of a macro means the last definition above it", () => {
  const { snapshot, offset } = snapshotAt("a = x\naction $a mbox\na = y\naction $|a mbox\na = z\n");
  const meant = symbolAt(snapshot, offset)?.meant ?? [];
  const ranges = meant.map(({ span }) => rangeIn(snapshot.document, span));
  expect(withMarks(snapshot.document, ranges)).toBe("a = x\naction $a mbox\n<|a|> = y\naction $a mbox\na = z\n");
});

test("a macro of the command line has no definition in a file", () => {
  const { snapshot, offset } = snapshotAt("action $|a mbox\n", { definitions: ["a=x"] });
  expect(symbolAt(snapshot, offset)).toMatchObject({ kind: "macro", definitions: [], meant: [] });
});

test("finds a name without a cursor", () => {
  const snapshot = snapshotOf("action x mbox\nmatch for any action x\n");
  expect(symbolNamed(snapshot, "action", "x")?.references).toHaveLength(1);
  expect(symbolNamed(snapshot, "action", "y")).toBeUndefined();
});

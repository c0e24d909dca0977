import { describe, expect, test } from "vitest";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { getDocumentSymbols } from "./document-symbols.ts";
import { type SnapshotOptions, snapshotOf } from "./testing.ts";

const kinds = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

/** The outline of a text: a line for each symbol, with its kind and detail, indented below its parent. */
function shown(text: string, options: SnapshotOptions = {}): readonly string[] {
  return getDocumentSymbols(snapshotOf(text, options)).flatMap((symbol) => linesOf(symbol));
}

function linesOf({ name, kind, detail, children = [] }: DocumentSymbol, indent = ""): readonly string[] {
  const line = [`${indent}${kinds.get(kind)} ${name}`, ...(detail === undefined ? [] : [`(${detail})`])].join(" ");
  return [line, ...children.flatMap((child) => linesOf(child, `${indent}  `))];
}

describe("a symbol for", () => {
  test.each([
    ["a macro", "if = lo0\n", ["Constant if (lo0)"]],
    ["an include", 'include "/etc/x"\n', ["File /etc/x (include)"]],
    ["a setting", "queue ttl 4d\n", ["Property queue ttl (4d)"]],
    ["a setting without a value", "queue compression\n", ["Property queue compression"]],
    ["a secret, which it does not show", 'srs key "0123"\n', ["Property srs key"]],
    ["delays", "bounce warn-interval 4h, 1d\n", ["Property bounce warn-interval (4h, 1d)"]],
    ["a limit", "smtp limit max-rcpt 1000\n", ["Property smtp limit (max-rcpt 1000)"]],
    [
      "a limit of a domain",
      "mta limit for domain a.example inet4\n",
      ["Property mta limit (for domain a.example inet4)"],
    ],
    ["a pki", 'pki a.example cert "/c" key "/k"\n', ["Namespace a.example (pki cert key)"]],
    ["a ca", 'ca a.example cert "/c"\n', ["Namespace a.example (ca)"]],
    ["a list", "table t { a, b }\n", ["Array t (table, 2 entries)"]],
    ["a mapping, with its keys", "table t { a = b }\n", ["Object t (table, 1 entry)", "  Key a"]],
    ["a table of a file", "table t file:/etc/mail/t\n", ["Array t (table file:/etc/mail/t)"]],
    ["a proc", 'proc p "x"\n', ["Struct p (proc)"]],
    ["a wrapper", 'mda wrapper w "x"\n', ["Method w (mda wrapper)"]],
    ["a filter of a proc", 'proc p "x"\nfilter f proc p\n', ["Struct p (proc)", "Class f (filter proc p)"]],
    ["a program", 'filter f proc-exec "x"\n', ["Class f (filter proc-exec)"]],
    ["a phase filter", "filter f phase connect match !rdns junk\n", ["Class f (filter phase connect)"]],
    [
      "a chain, with its members",
      'filter a proc-exec "x"\nfilter c chain { a }\n',
      ["Class a (filter proc-exec)", "Class c (filter chain)", "  Class a"],
    ],
    ["a listener", "listen on lo0 inet4 port 587 tag X\n", ["Interface listen on lo0 port 587 tag X (inet4)"]],
    ["the socket", "listen on socket\n", ["Interface listen on socket"]],
    ["an action", 'action "a" mbox\n', ["Function a (mbox)"]],
    [
      "rules, with their numbers",
      "action a mbox\nmatch for local action a\nmatch from any for any reject\n",
      ["Function a (mbox)", 'Event match for local (#1 → action "a")', "Event match from any for any (#2 → reject)"],
    ],
  ])("%s", (_what, text, expected) => expect(shown(text)).toEqual(expected));
});

describe("a statement that breaks off", () => {
  test.each([
    [
      "behind its name",
      "action a\ntable t\npki p.example cert\n",
      ["Function a", "Array t (table)", "Namespace p.example (pki)"],
    ],
    ["within a rule", "match from any for domain\n", ["Event match from any"]],
    ["within a listener", "listen on lo0 prt 25\n", ["Interface listen on lo0"]],
    ["before its name", "action\ntable\npki\nfilter\nlisten on\n", []],
    ["within a list", "table t { a = b, c =\nqueue ttl 4d\n", ["Property queue ttl (4d)"]],
    ["since it is none", "hello world\n", []],
  ])("%s", (_what, text, expected) => expect(shown(text)).toEqual(expect.arrayContaining(expected)));
});

describe("names", () => {
  test("are as smtpd reads them, on one line, and never empty", () => {
    expect(shown('"" = x\n')).toEqual(['Constant "" (x)']);
    expect(shown("match \\\n  from any \\\n  for any reject\n")).toEqual([
      "Event match from any for any (#1 → reject)",
    ]);
  });

  test("are cut where they are very long", () => {
    const [name = ""] = shown(`match from src { ${"192.0.2.1, ".repeat(50)}192.0.2.2 } for any reject\n`);
    expect(name).toMatch(/^Event match from src \{ 192\.0\.2\.1, .*… \(#1 → reject\)$/);
  });

  test("of a template are those of the template", () => {
    const text = 'action "{{ name }}" mbox\nmatch for local action "{{ name }}"\n';
    expect(shown(text, { template: "jinja" })).toEqual([
      "Function {{ name }} (mbox)",
      'Event match for local (#1 → action "{{ name }}")',
    ]);
  });

  test("of an included file are in that file only", () => {
    const root = { path: "smtpd.conf", text: 'action a mbox\ninclude "x"\nmatch for local action a\n' };
    expect(shown("match for any reject\n", { root, path: "x" })).toEqual(["Event match for any (#1 → reject)"]);
    expect(shown(root.text, { files: { x: "match for any reject\n" } })).toEqual([
      "Function a (mbox)",
      "File x (include)",
      'Event match for local (#2 → action "a")',
    ]);
  });
});

describe("headings", () => {
  test("have the statements below them", () => {
    const text = "admd x\n# --- customers ---\ntable t { a }\n\n## === rules ===\n# more\nmatch for any reject\n";
    expect(shown(text)).toEqual([
      "Property admd (x)",
      "Module customers",
      "  Array t (table, 1 entry)",
      "Module rules",
      "  Event match for any (#1 → reject)",
    ]);
  });

  test.each([
    ["a comment without rules", "# customers\nadmd x\n"],
    ["rules without words", "# ------\nadmd x\n"],
    ["a heading behind a statement", "admd x # --- y ---\n"],
    ["a heading in a list", "table t {\na,\n# --- b ---\nc\n}\n"],
    ["a heading without statements", "admd x\n# --- y ---\n"],
  ])("are not: %s", (_what, text) => expect(shown(text).filter((line) => line.includes("Module"))).toEqual([]));
});

test("a range is the statement, and its selection the name", () => {
  const [symbol] = getDocumentSymbols(snapshotOf("  table t { a } # x\n"));
  expect(symbol).toMatchObject({
    range: { start: { line: 0, character: 2 }, end: { line: 0, character: 15 } },
    selectionRange: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } },
  });
});

import { describe, expect, test } from "vitest";
import { type SnapshotOptions, snapshotOf } from "../testing.ts";
import { semanticTokensLegend } from "./legend.ts";
import { getSemanticTokens } from "./semantic-tokens.ts";

/** The tokens of a text as `word:type` with modifiers behind dots. */
function shown(text: string, options: SnapshotOptions = {}): string {
  const snapshot = snapshotOf(text, options);
  return words(getSemanticTokens(snapshot), text).join(" ");
}

function words(data: readonly number[], text: string): readonly string[] {
  const rows = text.split(/\r\n|\r|\n/);
  let [row, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [rowsOn, charactersOn, length, type, bits] = data.slice(index * 5, index * 5 + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    row += rowsOn;
    character = rowsOn === 0 ? character + charactersOn : charactersOn;
    const modifiers = semanticTokensLegend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const word = (rows[row] ?? "").slice(character, character + length);
    return `${word}:${[semanticTokensLegend.tokenTypes[type], ...modifiers].join(".")}`;
  });
}

const quiet: SnapshotOptions = { rules: { preset: "none" } };

describe("the words of", () => {
  test.each([
    ["a macro", 'if = "lo0"\n', 'if:variable.definition.readonly =:operator "lo0":string'],
    ["a macro's use", "if = lo0\nlisten on $if\n", "$if:variable.readonly"],
    ["a macro that goes on as a word", "d = example\nadmd $d.org\n", "$d:variable.readonly .org:string"],
    ["a macro without a value", 'e = ""\nlisten on lo0 $e\n', "$e:variable.readonly"],
    ["a macro that is not defined", "listen on $none\n", "$none:variable.unresolved"],
    ["an include", 'include "/etc/mail/x"\n', 'include:keyword "/etc/mail/x":string'],
    ["a setting", "queue ttl 4d\n", "queue:keyword ttl:property 4d:number"],
    ["a setting without a value", "queue compression\n", "queue:keyword compression:property"],
    ["delays", "bounce warn-interval 4h, 1d\n", "warn-interval:property 4h:number ,:operator 1d:number"],
    ["a limit", "smtp limit max-rcpt 1000\n", "smtp:keyword limit:property max-rcpt:property 1000:number"],
    ["a limit of a domain", "mta limit for domain a.example inet4\n", "inet4:property"],
    ["a pki", 'pki a.example cert "/c"\n', 'pki:keyword a.example:namespace.definition cert:property "/c":string'],
    ["a ca", 'ca a.example cert "/c"\n', "ca:keyword a.example:namespace.definition cert:keyword"],
    [
      "a list",
      "table t { a, b }\n",
      "table:keyword t:type.definition {:operator a:string ,:operator b:string }:operator",
    ],
    ["a mapping", "table t { a = b }\n", "{:operator a:property =:operator b:string }:operator"],
    ["a table of a file", "table t file:/etc/mail/t\n", "t:type.definition file:/etc/mail/t:string"],
    ["a listener", "listen on lo0 port 25\n", "listen:keyword on:keyword lo0:string port:property 25:number"],
    ["a port by name", "listen on lo0 port submission\n", "port:property submission:enumMember"],
    ["a port by a reserved word", "listen on lo0 port smtp\n", "port:property smtp:enumMember"],
    ["the socket", "listen on socket\n", "socket:enumMember"],
    ["an address", "listen on 192.0.2.1\n", "192.0.2.1:number"],
    ["a tag", "listen on lo0 tag X\n", "tag:property X:label.definition"],
    ["a tag that is asked for", "match tag X for any reject\n", "tag:property X:label"],
    ["a list of tags", "match tag { X, Y } for any reject\n", "X:label ,:operator Y:label"],
    ["a proc", 'proc p "x" user nobody\n', 'proc:keyword p:struct.definition "x":string user:property nobody:string'],
    ["a filter of a proc", 'proc p "x"\nfilter f proc p\n', "filter:keyword f:class.definition proc:keyword p:struct"],
    ["a program", 'filter f proc-exec "x"\n', 'f:class.definition proc-exec:keyword "x":string'],
    [
      "a phase filter",
      'filter f phase connect match !fcrdns disconnect "550 no"\n',
      '!:operator fcrdns:property disconnect:method "550 no":string',
    ],
    ["a phase", "filter f phase connect match !rdns junk\n", "phase:keyword connect:enumMember match:keyword"],
    [
      "a chain",
      'filter a proc-exec "x"\nfilter b proc-exec "y"\nfilter c chain { a, b }\n',
      "c:class.definition chain:keyword {:operator a:class ,:operator b:class }:operator",
    ],
    ["a wrapper", 'mda wrapper w "x %{mda}"\n', 'w:decorator.definition "x :string %{mda}:parameter ":string'],
    ["an action", 'action "a" mbox\n', 'action:keyword "a":function.definition mbox:method'],
    ["a relay", "action a relay host smtp://x.example tls\n", "relay:method host:property smtp://x.example:string"],
    [
      "options of an action",
      "table t { a = b }\naction a mbox alias <t>\n",
      "alias:property <:operator t:type >:operator",
    ],
    [
      "a rule",
      "match from any for local reject\n",
      "match:keyword from:keyword any:property for:keyword local:property",
    ],
    ["what a rule does", "action a mbox\nmatch for any action a\n", "action:keyword a:function"],
    ["a refusal", "match for any reject\n", "reject:method"],
    ["a regular expression", 'match for domain regex "^a" reject\n', 'domain:property regex:modifier "^a":regexp'],
    ["regular expressions", 'match for domain regex { "^a", b } reject\n', '"^a":regexp ,:operator b:regexp'],
    ["networks", "match from src { 10.0.0.0/8 } for any reject\n", "10.0.0.0/8:number"],
    ["a table of smtpd", 'match from src <"<anyhost>"> for any reject\n', '"<anyhost>":type.defaultLibrary'],
    ["a comment", "# x\n", "# x:comment"],
    ["a comment behind a statement", "admd x # y\n", "x:string # y:comment"],
    ["a suppression", "# smtpd-lint: disable-line x\n", "# smtpd-lint: disable-line x:comment.documentation"],
    ["what it says of smtpd-lint in prose", "# see smtpd-linting\n", "# see smtpd-linting:comment"],
  ])("%s", (_what, text, expected) => expect(shown(text, quiet)).toContain(expected));
});

describe("format specifiers", () => {
  test.each([
    [
      '"/v/%{dest.domain}/%{dest.user:lowercase}"',
      '"/v/:string %{dest.domain}:parameter /:string %{dest.user:lowercase}:parameter ":string',
    ],
    ['"%{nobody}"', '":string %{nobody}:parameter.unresolved ":string'],
    ['"%{dest:upside}"', '":string %{dest:upside}:parameter.unresolved ":string'],
    ['"%{dest"', '":string %{dest:parameter.unresolved ":string'],
    ['"%%{dest}"', '"%%{dest}":string'],
    ['"a\\"%{dest}"', '"a\\"%{dest}":string'],
    ['"plain"', '"plain":string'],
  ])("in %s", (path, expected) =>
    expect(shown(`action a maildir ${path}\n`, quiet)).toContain(`maildir:method ${expected}`),
  );

  test("are none where smtpd expands none", () => {
    expect(shown('admd "%{dest}"\n', quiet)).toContain('"%{dest}":string');
  });
});

describe("a statement that breaks off", () => {
  test.each([
    ["keeps the roles of what can be read", "action a relay host\n", "a:function.definition relay:method"],
    ["keeps its words", "match from any for domain <t> acton a\n", "acton:string a:string"],
    ["at a string", 'admd "x\nqueue ttl 4d\n', 'admd:keyword "x:string queue:keyword'],
    ["at a brace", "table t { a,\nqueue ttl 4d\n", "a:string ,:operator queue:keyword"],
    ["at nothing at all", "match\n", "match:keyword"],
    ["at a sign", "admd x - y\n", "x:string y:string"],
  ])("%s", (_what, text, expected) => expect(shown(text, quiet)).toContain(expected));
});

describe("what the findings say", () => {
  const rest = "action a mbox\nmatch for local action a\n";

  test("names that are not defined", () => {
    expect(shown("match for any action none\n", quiet)).toContain("none:function.unresolved");
    expect(shown("match from src <none> for any reject\n", quiet)).toContain("none:type.unresolved");
    expect(shown("match for any action a\naction a mbox\n", quiet)).toContain("a:function.unresolved");
  });

  test("a rule that is never reached is so in all its words, and no other is", () => {
    const text = "action a mbox\nmatch from any for any action a\nmatch for local action a # x\n";
    expect(shown(text)).toContain(
      "match:keyword.unreachable for:keyword.unreachable local:property.unreachable action:keyword.unreachable a:function.unreachable # x:comment",
    );
    expect(shown(text)).toContain("match:keyword from:keyword");
  });

  test("a name that nothing uses", () => {
    expect(shown(`table t { a }\n${rest}`)).toContain("t:type.definition.unused");
  });

  test("an old spelling", () => {
    expect(shown(`${'action b maildir "/v/%a"\n'}${rest}`)).toContain('"/v/:string %a:string.deprecated ":string');
  });
});

describe("rows", () => {
  test.each([
    ["a string over two rows", 'admd "a\nb"\n', 'admd:keyword "a:string b":string'],
    ["a comment that a backslash carries on", "# a \\\nb\nadmd x\n", "# a \\:comment b:comment admd:keyword"],
    ["a list with comments", "table t {\n a, # one\n b\n}\n", "a:string ,:operator # one:comment b:string }:operator"],
    [
      "a statement over several rows",
      "match \\\n  for any \\\n  reject\n",
      "match:keyword for:keyword any:property reject:method",
    ],
    ["blanks and tabs before it", "\t \tadmd x\n", "admd:keyword x:string"],
    ["carriage returns", "admd x\r\nadmd y\r\n", "admd:keyword x:string admd:keyword y:string"],
    [
      "a carriage return in a row",
      "admd x\radmd y\nadmd z\n",
      "admd:keyword x:string admd:keyword y:string admd:keyword z:string",
    ],
    ["emoji before a token", 'admd "😀" # 😀\nadmd x\n', 'admd:keyword "😀":string # 😀:comment admd:keyword'],
    ["no newline at the end", "admd x", "admd:keyword x:string"],
    ["nothing", "", ""],
  ])("%s", (_what, text, expected) => expect(shown(text, quiet)).toContain(expected));
});

test("the tokens of a range are those of its rows, also where a statement begins above it", () => {
  const text = "admd a\nmatch \\\n  for any \\\n  reject\n# x\nadmd b\n";
  const snapshot = snapshotOf(text, quiet);
  const range = (first: number, last: number) => ({
    start: { line: first, character: 3 },
    end: { line: last, character: 0 },
  });
  expect(words(getSemanticTokens(snapshot, range(2, 4)), text)).toEqual([
    "for:keyword",
    "any:property",
    "reject:method",
    "# x:comment",
  ]);
  expect(words(getSemanticTokens(snapshot, range(0, 0)), text)).toEqual(["admd:keyword", "a:string"]);
  expect(getSemanticTokens(snapshot, range(6, 9))).toEqual([]);
  expect(getSemanticTokens(snapshot, range(0, 9))).toEqual(getSemanticTokens(snapshot));
});

test("an included file has its own tokens, with the macros of the other", () => {
  const root = { path: "smtpd.conf", text: 'if = lo0\ninclude "a.conf"\nadmd x\n' };
  const text = "listen on $if # here\n";
  expect(shown(text, { ...quiet, path: "a.conf", root })).toBe(
    "listen:keyword on:keyword $if:variable.readonly # here:comment",
  );
  expect(shown(root.text, { ...quiet, files: { "a.conf": text } })).toContain('"a.conf":string admd:keyword');
});

test("a list that begins in an included file goes on in the other", () => {
  const files = { "a.conf": "table t { a,\n" };
  expect(shown('include "a.conf"\nb }\nadmd x\n', { ...quiet, files })).toBe(
    'include:keyword "a.conf":string b:string }:operator admd:keyword x:string',
  );
});

test("a template has the roles of what is written around what is filled in", () => {
  expect(shown("admd {{ ä }} # {{ b }}\nlisten on {{ c }} port 25\n", { ...quiet, template: "jinja" })).toBe(
    "admd:keyword {{ ä }}:string # {{ b }}:comment listen:keyword on:keyword {{ c }}:string port:property 25:number",
  );
});

test("a macro can end one statement and begin another", () => {
  expect(shown("admd $m ttl 4d\n", { ...quiet, definitions: ["m=x\nqueue"] })).toBe(
    "admd:keyword $m:variable.readonly ttl:property 4d:number",
  );
});

describe("a statement that stays the same", () => {
  const rule = "match for any action a\n";

  test("is encoded again where a name of it comes or goes", () => {
    const [text, snapshot] = [rule, snapshotOf(rule, quiet)];
    const { model } = snapshot;
    const references = model.references.map((reference) => ({ ...reference, state: "known" as const }));
    const defined = { ...snapshot, model: { ...model, references } };
    for (const [asked, end] of [
      [snapshot, "a:function.unresolved"],
      [defined, "a:function"],
      [snapshot, "a:function.unresolved"],
    ] as const) {
      expect(words(getSemanticTokens(asked), text).at(-1)).toBe(end);
    }
  });

  test("is encoded again where a finding comes or goes", () => {
    const text = "action a mbox\nmatch from any for any action a\nmatch for local action a\n";
    const snapshot = snapshotOf(text);
    const clean = { ...snapshot, known: [] };
    expect(words(getSemanticTokens(snapshot), text).at(-1)).toBe("a:function.unreachable");
    expect(words(getSemanticTokens(clean), text).at(-1)).toBe("a:function");
  });

  test("is asked for twice, and is the same", () => {
    const snapshot = snapshotOf(`# x\n\naction a mbox\n${rule}  ${rule}`);
    expect(getSemanticTokens(snapshot)).toEqual(getSemanticTokens(snapshot));
  });
});

import { describe, expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-types";
import { getInlayHints } from "./inlay-hints.ts";
import { defaultSettings, type ServiceSettings } from "./service-settings.ts";
import type { Snapshot } from "./snapshot.ts";
import { type SnapshotOptions, snapshotOf } from "./testing.ts";
import { rangeBetween } from "./to-lsp.ts";

type Shown = Partial<ServiceSettings["inlayHints"]>;

const none = { implicitConditions: false, defaultPorts: false, ruleNumbers: false, macroValues: false };
const only = (shown: Shown) => ({ ...defaultSettings, inlayHints: { ...none, ...shown } });
const implicit = only({ implicitConditions: true });
const ports = only({ defaultPorts: true });
const numbers = only({ ruleNumbers: true });
const values = only({ macroValues: true });

function hintsOf(snapshot: Snapshot): readonly InlayHint[] {
  const { document } = snapshot;
  return getInlayHints(snapshot, rangeBetween(document, 0, document.getText().length));
}

/** The text with its hints in brackets, with the blanks that the editor puts beside them. */
function shown(text: string, settings: ServiceSettings, options: SnapshotOptions = {}): string {
  const snapshot = snapshotOf(text, { ...options, settings });
  return hintsOf(snapshot).reduceRight((rest, { position, label, paddingLeft, paddingRight }) => {
    const offset = snapshot.document.offsetAt(position);
    const hint = `${paddingLeft ? " " : ""}[${label}]${paddingRight ? " " : ""}`;
    return rest.slice(0, offset) + hint + rest.slice(offset);
  }, text);
}

/** The text with all hints accepted. */
function accepted(text: string, settings: ServiceSettings): string {
  const snapshot = snapshotOf(text, { settings });
  return hintsOf(snapshot).reduceRight((rest, { textEdits: [edit] = [] }) => {
    if (edit === undefined) return rest;
    const [start, end] = [edit.range.start, edit.range.end].map((position) => snapshot.document.offsetAt(position));
    return rest.slice(0, start) + edit.newText + rest.slice(end);
  }, text);
}

describe("what a rule does not say", () => {
  test.each([
    ["match for any reject\n", "match [from local] for any reject\n"],
    ["match from any reject\n", "match from any [for local] reject\n"],
    ["match reject\n", "match [from local] [for local] reject\n"],
    ["match auth reject\n", "match [from local] [for local] auth reject\n"],
    ["match !from src 10.0.0.0/8 tag x reject\n", "match !from src 10.0.0.0/8 [for local] tag x reject\n"],
    ["match from auth <t> reject\n", "match from auth <t> [for local] reject\n"],
    ["match from any for rcpt-to a reject\n", "match from any for rcpt-to a reject\n"],
    ["match from any for any reject\n", "match from any for any reject\n"],
    ["match from any\n", "match from any\n"],
    ['c = "from"\nmatch $c any reject\n', 'c = "from"\nmatch $c any [for local] reject\n'],
    ['c = "any"\nmatch from $c reject\n', 'c = "any"\nmatch [for local] from $c reject\n'],
    ['m = "match auth"\n$m reject\n', 'm = "match auth"\n$m reject\n'],
  ])("%j", (text, expected) => expect(shown(text, implicit)).toBe(expected));

  test.each([
    ["match reject\n", "match from local for local reject\n"],
    ["match from any reject\n", "match from any for local reject\n"],
    ["match \\\n  for any reject\n", "match from local \\\n  for any reject\n"],
  ])("is written where a hint is accepted: %j", (text, expected) => {
    expect(accepted(text, implicit)).toBe(expected);
    expect(shown(expected, implicit)).toBe(expected);
  });

  test("is told in words", () => {
    const hints = hintsOf(snapshotOf("match reject\n", { settings: implicit }));
    expect(hints.map(({ tooltip }) => tooltip)).toEqual([
      "Without from, the rule is for mail of this machine only: from local.",
      "Without for, the rule is for mail to this machine only: for local.",
    ]);
  });
});

describe("ports", () => {
  test.each([
    ["listen on lo0\n", "listen on lo0 [port 25]\n"],
    ["listen on lo0 tls pki x\n", "listen on lo0 [port 25] tls pki x\n"],
    ["listen on lo0 smtps pki x\n", "listen on lo0 [port 465] smtps pki x\n"],
    ["listen on lo0 port 587\n", "listen on lo0 port 587\n"],
    ["listen on socket\n", "listen on socket\n"],
    ["i = lo0\nlisten on $i\n", "i = lo0\nlisten on $i\n"],
    ["action a relay host mx.example.org\n", "action a relay host mx.example.org[:25]\n"],
    ['action a relay host "smtps://mx.example.org"\n', 'action a relay host "smtps://mx.example.org[:465]"\n'],
    ["action a relay host smtp+tls://l@mx.example.org\n", "action a relay host smtp+tls://l@mx.example.org[:25]\n"],
    ["action a relay host smtp://mx.example.org:26\n", "action a relay host smtp://mx.example.org:26\n"],
    ["action a relay host lmtp://mx.example.org\n", "action a relay host lmtp://mx.example.org\n"],
    ["action a relay host what://mx.example.org\n", "action a relay host what://mx.example.org\n"],
    ["action a relay host <t>\n", "action a relay host <t>\n"],
    ["action a relay\n", "action a relay\n"],
  ])("%j", (text, expected) => expect(shown(text, ports)).toBe(expected));

  test.each([
    ["listen on lo0 smtps pki x\n", "listen on lo0 port 465 smtps pki x\n"],
    ['action a relay host "smtps://[::1]"\n', 'action a relay host "smtps://[::1]:465"\n'],
  ])("are written where a hint is accepted: %j", (text, expected) => {
    expect(accepted(text, ports)).toBe(expected);
  });
});

describe("numbers of rules", () => {
  test("stand before them", () => {
    expect(shown("match for any reject\n match reject\nmatch x\nmatch auth reject\n", numbers)).toBe(
      "[#1] match for any reject\n [#2] match reject\nmatch x\n[#3] match auth reject\n",
    );
  });

  test("count those of included files", () => {
    const files = { x: "match for any reject\n" };
    expect(shown('match reject\ninclude "x"\nmatch reject\n', numbers, { files })).toBe(
      '[#1] match reject\ninclude "x"\n[#3] match reject\n',
    );
  });
});

describe("values of macros", () => {
  test.each([
    ["d = x.example\nadmd $d\n", "d = x.example\nadmd $d [= x.example]\n"],
    ['e = ""\nadmd x $e\n', 'e = ""\nadmd x $e [= ""]\n'],
    ["admd $none\n", "admd $none\n"],
    ["d = x\nadmd $d.example\n", "d = x\nadmd $d.example\n"],
    ["d = x\nadmd $d\nd = y\nadmd $d\n", "d = x\nadmd $d [= x]\nd = y\nadmd $d [= y]\n"],
    ["t = a\ntable x { $t, b }\n", "t = a\ntable x { $t [= a], b }\n"],
    [`d = "${"long ".repeat(10)}"\nadmd $d\n`, `d = "${"long ".repeat(10)}"\nadmd $d [= ${"long ".repeat(7)}long…]\n`],
    [`d = "${"long ".repeat(50)}"\nadmd $d\n`, `d = "${"long ".repeat(50)}"\nadmd $d\n`],
  ])("%j", (text, expected) => expect(shown(text, values)).toBe(expected));

  test.each([
    ["the key of srs", "x = 0123456789abcdef\nsrs key $x\n"],
    ["what is used as a key elsewhere", "x = 0123456789abcdef\nadmd $x\nsrs key $x\n"],
    ["a relay with a password", 'x = "smtps://me:geheim@mx.example.org"\naction a relay host $x\n'],
    ["a user and a password", 'x = "me:geheim"\nadmd $x\n'],
    ["what is called a password", "my_password = geheim\nadmd $my_password\n"],
    ["the hash of a password", "x = '$2b$10$abcdefghijk'\ntable t { $x }\n"],
    ["the value of a mapping", "x = geheim\ntable t { me = $x }\n"],
  ])("are not shown of %s", (_what, text) => expect(shown(text, values)).toBe(text));

  test("of the command line are said to be so", () => {
    const snapshot = snapshotOf("admd $d\n", { definitions: ["d=x"], settings: values });
    expect(hintsOf(snapshot)[0]?.tooltip).toBe('The command line gives the macro "d" the value "x".');
  });
});

describe("settings", () => {
  const text = "d = x\nlisten on lo0\nadmd $d\nmatch reject\n";

  test("switch all of them off", () => expect(shown(text, only({}))).toBe(text));

  test("leave out the numbers of rules, where nothing is set", () => {
    expect(shown(text, defaultSettings)).toBe(
      "d = x\nlisten on lo0 [port 25]\nadmd $d [= x]\nmatch [from local] [for local] reject\n",
    );
  });
});

test("hints are those of the range", () => {
  const snapshot = snapshotOf("match reject\nlisten on lo0\nmatch reject\n");
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } };
  expect(getInlayHints(snapshot, range).map(({ label }) => label)).toEqual(["port 25"]);
});

test("a template has hints, but nothing to accept", () => {
  const hints = hintsOf(snapshotOf("match {{ more }} reject\nlisten on lo0\n", { template: "jinja" }));
  expect(hints.filter(({ textEdits }) => textEdits !== undefined)).toEqual([]);
  expect(hints.length).toBeGreaterThan(0);
});

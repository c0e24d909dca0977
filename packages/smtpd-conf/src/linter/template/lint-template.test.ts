import { describe, expect, test } from "vitest";
import type { FileContent } from "../../parser/files.ts";
import type { TemplateKind } from "../../parser/template/template-kind.ts";
import { lint } from "../lint.ts";

const rules = 'action "out" relay\nmatch from local for any action "out"\n';

/** What is found in a template: `line: code`. */
function found(text: string, template: TemplateKind = "jinja", files?: Readonly<Record<string, string>>): string[] {
  const read = (path: string): FileContent => {
    const content = files?.[path];
    if (content === undefined) return { kind: "failed", reason: "missing" };
    return { kind: "file", text: content, encoding: "utf8" };
  };
  const { diagnostics } = lint({ path: "t", text, template, files: { read } });
  return diagnostics.map(({ code, span }) => `${span.source.text.slice(0, span.start).split("\n").length}: ${code}`);
}

describe("mistakes in the fixed parts are found", () => {
  test.each([
    ["a misspelled keyword", `lisen on {{ ip }}\n${rules}`, ["1: unknown-directive"]],
    ["a misspelled keyword before a value", `listen onn {{ ip }}\n${rules}`, ["1: misspelled-keyword"]],
    ["a trailing comma", `listen on {{ ip }}\ntable t { a, b, }\n${rules}`, ["2: trailing-comma"]],
    ["an undefined action", `listen on {{ ip }}\n${rules}match for local action "in"\n`, ["4: undefined-action"]],
    [
      "an undefined table beside a value",
      `${rules}action "x" relay host {{ h }} auth <none>\n`,
      ["3: undefined-table"],
    ],
    ["one in a branch", `${rules}{% if a %}\nmtch for local\n{% endif %}\n`, ["4: unknown-directive"]],
    [
      "one in a loop",
      `${rules}{% for a in b %}\nlisten on {{ a }}\nlistne on {{ a }}\n{% endfor %}\n`,
      ["5: unknown-directive"],
    ],
  ])("%s", (_what, text, findings) => {
    expect(found(text).filter((finding) => !finding.includes("unused"))).toEqual(findings);
  });

  test("an open relay", () => {
    const text = 'listen on {{ ip }}\naction "out" relay helo {{ name }}\nmatch from any for any action "out"\n';
    expect(found(text)).toContain("3: open-relay");
  });

  test("a text in the language of old releases, once", () => {
    const text = "{% if a %}\naccept from any for any relay\n{% endif %}\naccept for local deliver to mbox\n";
    expect(found(text)).toEqual(["2: legacy-grammar"]);
  });
});

describe("nothing is said that depends on what is not known", () => {
  test.each([
    ["values of any sort", "queue ttl {{ ttl }}\nlisten on {{ ip }} port {{ port }} tag {{ tag }}\n"],
    ["options", "listen on lo {{ options }} tag A\n"],
    ["names that values define", 'action {{ name }} relay\nmatch for local action "in"\n'],
    ["names that values use", "table t file:/t\naction x mbox alias {{ aliases }}\nmatch for local action x\n"],
    ["whole statements", 'match for local action "in"\n{{ actions }}\nlisten on lo pki mail\n'],
    ["statements of an include", 'match for local action "in"\ninclude "{{ file }}"\n'],
    [
      "one of several branches",
      "{% if a %}\npki x cert a key b\n{% else %}\npki x cert c key d\n{% endif %}\nlisten on lo tls pki x\n",
    ],
    [
      "names that a branch defines",
      '{% if a %}\naction "in" mbox\n{% endif %}\nmatch from any for domain x.example action "in"\n',
    ],
    [
      "lists",
      'table t { {% for d in ds %}"{{ d }}"{% if not loop.last %}, {% endif %}{% endfor %} }\nmatch for domain <t> action "out"\n',
    ],
    [
      "words that are put together",
      "pki {{ h }} cert /e/{{ h }}.crt\npki {{ h }} key /e/{{ h }}.key\nlisten on lo tls pki {{ h }}\n",
    ],
    ["macros with a value", 'if = "{{ interface }}"\nlisten on $if\n'],
    ["lines that a tag joins", "listen on lo\n{%- if a %} tag A{% endif %}\n\n"],
    ["remarks", "{{ ansible_managed | comment }}\n# {{ x }}\n"],
  ])("%s", (_what, text) => expect(found(`${rules}${text}`)).toEqual([]));

  test("what an unclosed tag hides", () => expect(found('match for local action "in"\n{{ x\n')).toEqual([]));

  test("what another module of NixOS can have", () => {
    expect(found("{ a.serverConfiguration = ''\n  pki x cert \"/c\"\n''; }\n", "nix")).toEqual([]);
  });
});

test("a statement that ends with a value does not hide what is said of others", () => {
  const text = `table t { "{{ a }}", }\nlisten on {{ ip }}\n${rules}match for local action "out" {{ b }}\n`;
  expect(found(text)).toEqual([]);
});

describe("NixOS", () => {
  const one = (text: string) => `a.services.opensmtpd.serverConfiguration = ''\n${text}\n'';\n`;
  const relay = 'action "x" relay\nmatch from local for any action "x"';

  test("several configurations in one file have nothing to do with each other", () => {
    expect(found(`{\n${one(relay)}${one(`${relay}\nlisen on lo`)}}\n`, "nix")).toEqual(["9: unknown-directive"]);
  });

  test("useACMEHosts defines certificates", () => {
    const text = one(`listen on lo tls pki a.example\n${relay}`);
    expect(found(`{ ${text} }`, "nix")).toEqual(["2: undefined-pki"]);
    expect(found(`{ useACMEHosts = [ "a.example" ]; ${text} }`, "nix")).toEqual([]);
  });
});

test("the text of a finding is that of the template", () => {
  const text = `listen on {{ ip }}\nlisten onn lo\n${rules}`;
  const { diagnostics, verdict, template } = lint({ path: "t", text, template: "jinja" });
  expect(diagnostics[0]?.span.source.text).toBe(text);
  expect([verdict, template]).toEqual(["rejected", "jinja"]);
});

test("a finding in an included file is shown from there", () => {
  const text = `include "inc"\nlisten on {{ ip }}\n${rules}`;
  expect(found(text, "jinja", { inc: "\nlistne on lo\n" })).toEqual([
    "2: unknown-directive",
    "1: include-not-absolute",
  ]);
});

test("nothing against a template is no verdict of smtpd, but it is accepted", () => {
  expect(lint({ path: "t", text: `listen on {{ ip }}\n${rules}`, template: "jinja" }).verdict).toBe("accepted");
});

test("fixes keep clear of what is filled in", () => {
  const text = `lisen on {{ ip }}\ntable t { a, b, }\n${rules}`;
  const { diagnostics } = lint({ path: "t", text, template: "jinja" });
  const edits = diagnostics.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  expect(edits.map(({ span, text: edited }) => [span.source.text.slice(span.start, span.end), edited])).toEqual([
    ["lisen", "listen"],
    [",", ""],
  ]);
});

test("a text without holes is linted as it is", () => {
  const text = 'table t { a, }\nmatch from any for any action "x"\n';
  const plain = lint({ path: "t", text }).diagnostics.map(({ code, span }) => [code, span.start, span.end]);
  const template = lint({ path: "t", text, template: "go" }).diagnostics.map(({ code, span }) => [
    code,
    span.start,
    span.end,
  ]);
  expect(template).toEqual(plain);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTemplate } from "./read-template.ts";
import { type TemplateKind, templateKinds } from "./template-kind.ts";

/** The masked text, and what the holes are. */
function read(text: string, kind: TemplateKind): { text: string; holes: string[] } {
  const template = readTemplate(text, kind);
  return {
    text: template.text,
    holes: template.holes.map((hole) => `${hole.kind} ${text.slice(hole.start, hole.end)}`),
  };
}

function maskOf(text: string, kind: TemplateKind): string {
  return readTemplate(text, kind).text;
}

test.each<[kind: TemplateKind, text: string, masked: string]>([
  ["jinja", "listen on {{ ip }}\n", "listen on xaxxxxxx\n"],
  ["jinja", 'x "mx.{{ d }}" <{{ t }}>\n', 'x "mx.xaxxxxx" <xbxxxxx>\n'],
  ["jinja", "{{ a }}:{{ b }} {{ a }}\n", "xaxxxxx:xbxxxxx xaxxxxx\n"],
  ["jinja", "{% if a %}b{# c #}{% endif %}\n", `${" ".repeat(10)}b${" ".repeat(18)}\n`],
  ["jinja", '{{ "}}" }}.\n', "xaxxxxxxxx.\n"],
  ["jinja", "# {{ ansible_managed }}\n", `# ${" ".repeat(21)}\n`],
  ["jinja", "{% raw %}{{ x }}{% endraw %}\n", `${" ".repeat(9)}{{ x }}${" ".repeat(12)}\n`],
  ["jinja", "{% macro m() %}\nlisten\n{% endmacro %}\n", `${" ".repeat(15)}\n      \n${" ".repeat(14)}\n`],
  ["erb", "listen on <%= @ip %>\n<%# no %>\n", "listen on xaxxxxxxxx\n         \n"],
  ["erb", "a <%% b\n", "a <%% b\n"],
  ["mustache", "a {{{ b }}} {{! c }} {{& d}}\n", "a xaxxxxxxx          xbxxxxx\n"],
  ["go", "{{/* a */}}{{ .A }}{{ $x := 1 }}\n", `${" ".repeat(11)}xaxxxxxx${" ".repeat(13)}\n`],
  ["shell", "listen on $" + "{IP:-::} port $PORT\n", "listen on xaxxxxxxx port xbxxx\n"],
  ["shell", "if = lo\nlisten on $if\n", "if = lo\nlisten on $if\n"],
  ["at", "pki @HOST@ cert a@b.c\n", "pki xaxxxx cert a@b.c\n"],
])("%s: %j is masked", (kind, text, masked) => expect(maskOf(text, kind)).toBe(masked));

test("a value on several lines is one word", () => {
  expect(maskOf("listen on {{ a |\n  b }} tag x\n", "jinja")).toBe("listen on xaxxx\\\n       tag x\n");
});

test("an unclosed tag goes on to the end", () => {
  const { text, holes } = read("listen on {{ ip\nmatch x\n", "jinja");
  expect(holes).toEqual(["value {{ ip\nmatch x\n"]);
  expect(text).toBe("listen on xaxx\\\n      \\\n");
});

describe("blocks", () => {
  function branchesOf(text: string, kind: TemplateKind): string[][] {
    return readTemplate(text, kind).blocks.map(({ branches }) =>
      branches.map(({ start, end }) => text.slice(start, end)),
    );
  }

  test.each<[kind: TemplateKind, text: string, branches: string[][]]>([
    ["jinja", "{% if a %}1{% elif b %}2{% else %}3{% endif %}", [["1", "2", "3"]]],
    ["jinja", "{%- for a in b -%}1{{ a }}{%- endfor -%}", [["1{{ a }}"]]],
    ["jinja", "{% if a %}{% if b %}1{% endif %}{% endif %}", [["{% if b %}1{% endif %}"], ["1"]]],
    ["jinja", "{% if a %}1", [["1"]]],
    ["jinja", "1{% endif %}{% set a = 1 %}", []],
    ["erb", "<% if @a -%>1<% else -%>2<% end -%>", [["1", "2"]]],
    ["erb", "<% @a.each do |b| %>1<% end %>", [["1"]]],
    ["erb", "<% $a.each |$b| { -%>1<% } -%>", [["1"]]],
    ["erb", "<% if $a { %>1<% } else { %>2<% } %>", [["1", "2"]]],
    ["erb", "<% if a then b end %><% x = 1 if y %>1", []],
    ["mustache", "{{#a}}1{{/a}}{{^a}}2{{/a}}", [["1"], ["2"]]],
    ["mustache", "{{#if a}}1{{else}}2{{/if}}", [["1", "2"]]],
    ["go", "{{- if .A }}1{{ else }}2{{ end -}}", [["1", "2"]]],
    ["go", "{{ range .A }}1{{ end }}{{ .B }}", [["1"]]],
  ])("%s: %j", (kind, text, branches) => expect(branchesOf(text, kind)).toEqual(branches));

  test("what is put out as something else is one value", () => {
    expect(read("a {% filter upper %}b {{ c }}{% endfilter %} d", "jinja").holes).toEqual([
      "value {% filter upper %}b {{ c }}{% endfilter %}",
    ]);
  });
});

describe("Nix", () => {
  const module = (value: string) =>
    `{ config, ... }: { # ''no''\n  services.opensmtpd.serverConfiguration = ${value};\n}\n`;

  /** What is left, without blanks. */
  function textIn(value: string): string {
    return maskOf(module(value), "nix").trim();
  }

  test("takes the string that serverConfiguration is set to", () => {
    expect(textIn("''\n  listen on ''${x} $" + "{toString 25}\n''")).toBe("listen on   ${x} xaxxxxxxxxxxxx");
  });

  test("takes what stands in other strings for the value of this one", () => {
    expect(textIn("''\n  listen on $" + "{if a then \"}\" else ''}''} tag b\n''")).toMatch(/^listen on xax+ tag b$/);
  });

  test("takes strings that are joined to it for optional parts", () => {
    const text = module("''\n  a\n'' + lib.optionalString x ''\n  b\n''");
    const { holes, blocks } = readTemplate(text, "nix");
    expect(holes.map(({ kind }) => kind)).toEqual(["control", "control", "control", "control"]);
    expect(blocks.map(({ branches }) => branches.length)).toEqual([1]);
  });

  test("takes other code that is joined to it for a value", () => {
    expect(readTemplate(module("''\n  a\n'' + extra"), "nix").holes.at(-2)?.kind).toBe("value");
  });

  test("takes any string that looks like smtpd.conf where nothing else does", () => {
    const text = "{\n  a = ''\n    listen on lo\n    match for any action \"x\"\n  '';\n  b = ''echo'';\n}\n";
    expect(maskOf(text, "nix").trim()).toBe('listen on lo\n    match for any action "x"');
  });

  test("reads several configurations as branches of one block", () => {
    const one = "a.serverConfiguration = ''listen on a'';";
    const { blocks } = readTemplate(`{ ${one} ${one} }`, "nix");
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.branches).toHaveLength(2);
  });
});

test("masks any text without changing its length and its lines, and never throws", () => {
  const part = fc.constantFrom(
    ..."{{ }} {% %} {# #} <% <%= %> ${ } '' ''$ \" ' \\ \n @A@ $B if endif else end range raw endraw serverConfiguration = ; x".split(
      " ",
    ),
  );
  const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, fc.constantFrom(...templateKinds), (source, kind) => {
      const template = readTemplate(source, kind);
      expect(template.text).toHaveLength(source.length);
      expect(template.text.split("\n").map((line) => line.length)).toEqual(
        source.split("\n").map((line) => line.length),
      );
      const ends = [0, ...template.holes.map(({ end }) => end)];
      for (const [index, { start }] of template.holes.entries()) expect(start).toBeGreaterThanOrEqual(ends[index] ?? 0);
    }),
    { numRuns: 2000 },
  );
});

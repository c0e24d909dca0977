import { describe, expect, test } from "vitest";
import { readTemplate } from "./read-template.ts";
import { type Filling, type Rendering, renderTemplate } from "./render-template.ts";
import type { TemplateKind } from "./template-kind.ts";

function render(source: string, kind: TemplateKind, filling: Partial<Filling> = {}): Rendering {
  const template = readTemplate(source, kind);
  return renderTemplate(template, { isOn: () => true, value: () => "V", trimsBlocks: false, omitted: [], ...filling });
}

describe("fills in", () => {
  test.each<[kind: TemplateKind, text: string, filled: string]>([
    ["jinja", "a {{ b }} c{# d #}\n", "a V c\n"],
    ["jinja", "a\n{%- if b -%}\n c\n{%- endif %}\nd", "ac\nd"],
    ["jinja", "a {{- b -}} c", "aVc"],
    ["erb", "<% if a -%>\nb\n<% end -%>\nc", "b\nc"],
    ["mustache", "a\n{{#b}}\nc\n{{/b}}\nd", "a\nc\nd"],
    ["go", "a\n{{- if .b }}\nc\n{{- end }}\nd", "a\nc\nd"],
  ])("%s: %j", (kind, text, filled) => expect(render(text, kind).text).toBe(filled));
});

test("leaves out branches that are off, with what is in them", () => {
  expect(render("a{% if b %}c{{ d }}{% endif %}e", "jinja", { isOn: () => false }).text).toBe("ae");
});

test("takes away the newline behind a tag of Jinja only where the engine does", () => {
  const text = "{% if a %}\nb\n{% endif %}\n";
  expect(render(text, "jinja", { trimsBlocks: true }).text).toBe("b\n");
  expect(render(text, "jinja").text).toBe("\nb\n\n");
});

test("knows where its text comes from", () => {
  const { text, rangeInTemplate, has, seams } = render("ab {{ c }} de\n", "jinja");
  expect(text).toBe("ab V de\n");
  expect(rangeInTemplate({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
  expect(rangeInTemplate({ start: 5, end: 7 })).toEqual({ start: 11, end: 13 });
  expect(rangeInTemplate({ start: 0, end: 7 })).toEqual({ start: 0, end: 13 });
  expect(rangeInTemplate({ start: 3, end: 4 })).toBeUndefined();
  expect([has(1), has(5), has(11)]).toEqual([true, false, true]);
  expect(seams).toMatchObject([{ start: 3, end: 4 }]);
});

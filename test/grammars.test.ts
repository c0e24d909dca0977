import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { keywordNames } from "../packages/smtpd-conf/src/language/keywords.ts";

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../grammars/${name}`, import.meta.url)), "utf8");
}

describe("smtpd-conf.ebnf", () => {
  const [header = "", rules = ""] = read("smtpd-conf.ebnf").split("*/\n");
  const defined = [...rules.matchAll(/^(\w+) ::=/gm)].map(([, name]) => name);

  test("has every reserved word, in a rule or in the list of those without one", () => {
    const words = [...rules.matchAll(/"([\w-]+)"/g)].map(([, word]) => word);
    const idle = /although no rule has them.*:\n((?: .*\n)+)/.exec(header)?.[1]?.match(/[\w-]+/g) ?? [];
    expect(idle).toContain("tagged");
    expect([...new Set(words), ...idle].sort()).toEqual([...keywordNames].sort());
  });

  test("defines each rule that it uses, and uses each that it defines", () => {
    const used = new Set(
      rules
        .replace(/"[^"]*"/g, "")
        .replace(/^\w+ ::=/gm, "")
        .match(/\w+/g),
    );
    const known = [...defined, "string", "number", "newline"];
    expect([...used, "statement"].sort()).toEqual(known.sort());
    expect(new Set(defined).size).toBe(defined.length);
  });

  test("begins with the statement", () => expect(defined[0]).toBe("statement"));
});

describe("railroad.html", () => {
  const page = read("railroad.html");

  test("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\bsrc=|https?:|\son\w+=/i);
  });

  test("has a diagram for each rule, and links that lead to one", () => {
    const sections = [...page.matchAll(/<section id="(\w+)">/g)].map(([, id]) => id);
    const links = [...page.matchAll(/href="#(\w+)"/g)].map(([, id]) => id);
    expect(sections.length).toBeGreaterThan(40);
    expect(page.match(/<svg /g)?.length).toBe(sections.length);
    expect([...new Set(links)].sort()).toEqual(sections.sort());
  });
});

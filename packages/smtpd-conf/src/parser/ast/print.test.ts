import { describe, expect, test } from "vitest";
import type { Configuration } from "../configuration.ts";
import { parseConfiguration } from "../parse-configuration.ts";
import { lexemes, print } from "./print.ts";

function parse(text: string, options: { definitions?: string[]; files?: Record<string, string> } = {}): Configuration {
  const { files = {}, definitions } = options;
  const read = (path: string) => ({ kind: "file", text: files[path] ?? "", encoding: "utf8" }) as const;
  return parseConfiguration({ path: "smtpd.conf", text, definitions, files: { read } });
}

function printFirst(configuration: Configuration): string {
  const [source] = configuration.sources;
  return source === undefined ? "" : print(configuration, source);
}

describe("the text comes back", () => {
  test.each([
    ["blanks and empty lines", "\n  listen \t on  lo \n\n"],
    ["comments", "# one\nlisten on lo # two\n# three"],
    ["a folded comment", "# one \\\nstill the comment\nqueue compression"],
    ["a folded line", "listen \\\n  on \\\n\\\nlo"],
    ["lone backslashes", "lis\\ten on \\lo \\ \\\nport 25\\"],
    ["quotes and escapes", `admd "a\\"b"\nadmd 'c"d'\nadmd "over\ntwo \\\nlines"`],
    ["lists", "table t {\n  a, # first\n\n  b => c\n}"],
    ["macros", 'M = "port 25"\nlisten on lo $M\nlisten on $M.x'],
    ["an empty macro", 'M = ""\nlisten on lo $M\n$M'],
    ["a macro with a comment", 'M = "lo # x"\nlisten on $M port 25\nadmd y'],
    ["an undefined macro", "listen on $none port 25\nadmd y"],
    ["garbage", "!@#$% ^&*()\n\u007f é\r\n"],
    ["a broken line", "listen on on lo\nqueue 25 ttl"],
    ["an unterminated string", 'admd "x\nadmd y\nadmd "z\n'],
    ["an unterminated string at the end", 'admd "x\n# no comment'],
    ["an unclosed brace", "table t { a\nadmd x\n}"],
    ["a NUL byte", 'admd x\0 y # z\n"unread\n'],
    ["a NUL byte in a string", 'admd "x\0y" rest of the line\nadmd z'],
    ["an overlong word", `admd ${"x".repeat(9000)} rest\nadmd y`],
    ["an overlong string", `admd "${"x".repeat(9000)}" rest\nadmd y`],
    ["a number too large", "mta max-deferred 99999999999999999999 rest # of the line\nadmd y"],
    ["the marks of an expansion", "\u0001admd \u0002x \u0001$y\u0002"],
    ["a word that a newer release reserves", "regex = x\nmatch from src regex x reject"],
    ["an include with something behind it", 'include "a" listen on lo # note\n'],
    ["nothing", ""],
  ])("%s", (_what, text) => {
    expect(printFirst(parse(text))).toBe(text);
    expect(printFirst(parse(`${text}\n`))).toBe(`${text}\n`);
  });

  test("that of every file", () => {
    const files = { a: "table t { a # one", b: "M=x\nlisten on $M\0 end" };
    const text = "include a # two\nb }\ninclude b\nnever read";
    const configuration = parse(text, { files });
    expect(configuration.sources.map((source) => print(configuration, source))).toEqual([text, files.a, files.b]);
  });

  test("with several lines out of one macro", () => {
    const text = "$M admd z";
    expect(printFirst(parse(text, { definitions: ["M=admd x\nadmd y # c\n"] }))).toBe(text);
  });
});

describe("what the tree has lost is missing", () => {
  const text = 'M = x # one\nlisten on $M "two" # three\n';

  test("a statement", () => {
    const configuration = parse(text);
    expect(printFirst({ ...configuration, lines: [] })).toBe("   # one\n  $M  # three\n");
  });

  test("a comment", () => {
    expect(printFirst({ ...parse(text), comments: [] })).toBe('M = x  \nlisten on $M "two"  \n');
  });

  test("the use of a macro that made no token", () => {
    const configuration = parse('M = ""\nqueue compression $M');
    expect(printFirst({ ...configuration, macroUses: [] })).toBe('M = ""\nqueue compression ');
  });

  test("what smtpd skips", () => {
    const configuration = parse("mta max-deferred 99999999999999999999 rest\n");
    expect(printFirst({ ...configuration, skipped: [] })).toBe("mta max-deferred 99999999999999999999 \n");
  });
});

describe("lexemes", () => {
  test("stand in the order of the text, for every source", () => {
    const configuration = parse("admd x # one\ninclude a", { files: { a: "# two" } });
    const found = [...lexemes(configuration)].map(([source, spans]) => {
      return [source.path, spans.map(({ start, end }) => source.text.slice(start, end))];
    });
    expect(found).toEqual([
      ["smtpd.conf", ["admd", "x", "# one", "include", "a"]],
      ["a", ["# two"]],
    ]);
  });

  test("of a source that is not part of the configuration are none", () => {
    const [source] = parse("admd x").sources;
    expect(source && print(parse("admd x"), source)).toBe(" ");
  });
});

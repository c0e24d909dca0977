import { describe, expect, test } from "vitest";
import type { Configuration } from "./configuration.ts";
import type { FileContent } from "./files.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import type { ParseInput } from "./parse-input.ts";
import { textOf } from "./source.ts";

// What is expected here was asked of smtpd 6.8, 7.4, 7.6 and 7.9.

type Options = Omit<Partial<ParseInput>, "files"> & { readonly files?: Readonly<Record<string, string>> };

/** Reads a text that can include these files. */
function parse(text: string, { files = {}, ...options }: Options = {}): Configuration {
  const read = (path: string): FileContent => {
    const content = files[path];
    if (content === undefined) return { kind: "failed", reason: "missing" };
    return { kind: "file", text: content, encoding: "utf8" };
  };
  return parseConfiguration({ path: "smtpd.conf", text, files: { read }, ...options });
}

/** The statements in the order in which smtpd sees them: their tokens, with the file where it is not the first. */
function order(text: string, options: Options = {}): string[] {
  return parse(text, options).lines.map(({ source, kind, tokens }) => {
    const words = tokens.filter((token) => token.kind !== "Newline").map(({ value }) => value);
    const place = source.path === "smtpd.conf" ? "" : `${source.path}: `;
    return `${kind === "BrokenStatement" ? "broken " : ""}${place}${words.join(" ")}`;
  });
}

describe("include", () => {
  test.each<[string, string, Readonly<Record<string, string>>, string[]]>([
    [
      "is read where it stands",
      'queue ttl 1d\ninclude "a"\nqueue ttl 3d',
      { a: "queue ttl 2d\n" },
      ["queue ttl 1d", "include a", "a: queue ttl 2d", "queue ttl 3d"],
    ],
    [
      "has the rest of its line read after the file",
      'include "a" queue ttl 2d\n',
      { a: "queue ttl 1d" },
      ["include a", "a: queue ttl 1d", "queue ttl 2d"],
    ],
    [
      "can stand twice on a line",
      "include a include b",
      { a: "queue ttl 1d", b: "queue ttl 2d" },
      ["include a", "a: queue ttl 1d", "include b", "b: queue ttl 2d"],
    ],
    [
      "nests, and each rest of a line waits for its file",
      "include a queue ttl 3d",
      { a: "include b queue ttl 2d", b: "queue ttl 1d" },
      ["include a", "a: include b", "b: queue ttl 1d", "a: queue ttl 2d", "queue ttl 3d"],
    ],
    [
      "can be read twice",
      "include a\ninclude a",
      { a: "ca x cert y" },
      ["include a", "a: ca x cert y", "include a", "a: ca x cert y"],
    ],
    ["may be empty", "include a\nqueue ttl 1d", { a: "" }, ["include a", "queue ttl 1d"]],
    [
      "ends a line with the file, also where a backslash stands at its end",
      "include a\nqueue ttl 2d",
      { a: "queue ttl 1d\\" },
      ["include a", "a: queue ttl 1d", "queue ttl 2d"],
    ],
    [
      "ends a comment with the file",
      "include a\nqueue ttl 2d",
      { a: "queue ttl 1d # \\" },
      ["include a", "a: queue ttl 1d", "queue ttl 2d"],
    ],
    [
      "does not end a list in braces",
      "include a\nb }\nqueue ttl 1d",
      { a: "table t { a" },
      ["include a", "a: table t { a b }", "queue ttl 1d"],
    ],
    [
      "does not join a statement over the end of the file",
      "include a\non lo",
      { a: "listen" },
      ["include a", "broken a: listen", "broken on lo"],
    ],
    ["is no statement within braces", "table t { include a }", { a: "x" }, ["broken table t { include a }"]],
    ["takes no reserved word", "include table", {}, ["broken include table"]],
    ["takes no number", "include 25", {}, ["broken include 25"]],
  ])("%s", (_what, text, files, expected) => {
    expect(order(text, { files })).toEqual(expected);
  });

  test("has a backslash right behind a quoted path taken for a character", () => {
    const files = { a: "queue ttl 1d" };
    expect(order('include "a"\\', { files })).toEqual(["include a", "a: queue ttl 1d", "broken \\"]);
    expect(order('include "a"\\\nadmd x', { files })).toEqual(["include a", "a: queue ttl 1d", "broken \\", "admd x"]);
    expect(order("include a\\", { files })).toEqual(["include a", "a: queue ttl 1d"]);
  });

  test.each(["a", '"a"'])("may be the end of the text: %s", (path) => {
    for (const content of ["queue ttl 1d", "queue ttl 1d\n", "queue ttl 1d\n\n", "queue ttl 1d # c"]) {
      expect(order(`include ${path}`, { files: { a: content } })).toEqual(["include a", "a: queue ttl 1d"]);
    }
  });

  test("hands the path to the reader as it is written", () => {
    const paths: string[] = [];
    const read = (path: string): FileContent => {
      paths.push(path);
      return { kind: "file", text: path === "a/b.conf" ? "include c.conf" : "", encoding: "utf8" };
    };
    const text = 'include a/b.conf\ninclude "./d"\ninclude "/etc/../e"\nP="f g"\nQ="$P"\ninclude $P\ninclude "$P"';
    parseConfiguration({ path: "smtpd.conf", text, files: { read } });
    expect(paths).toEqual(["a/b.conf", "c.conf", "./d", "/etc/../e", "f", "$P"]);
  });

  test("says what came of each", () => {
    const files = { read: (path: string) => ({ kind: "failed", reason: path as "missing" }) as const };
    const { inclusions } = parseConfiguration({ path: "x", text: "include missing\ninclude directory", files });
    expect(inclusions.map(({ failure }) => failure)).toEqual(["missing", "directory"]);
  });

  test("without a reader finds nothing", () => {
    const { inclusions } = parseConfiguration({ path: "x", text: "include a" });
    expect(inclusions.map(({ failure }) => failure)).toEqual(["missing"]);
  });

  test.each([
    ["of itself", "include smtpd.conf\nqueue ttl 1d", {}],
    ["of two files", "include a\nqueue ttl 1d", { a: "include b", b: "include a" }],
  ])("in a circle %s ends at once", (_what, text, files) => {
    const { inclusions, lines } = parse(text, { files });
    expect(inclusions.at(-1)?.failure).toBe("cycle");
    expect(lines.at(-1)?.kind).toBe("SettingDirective");
  });

  test("is followed a thousand times at most", () => {
    const { inclusions, sources } = parse("include a\n".repeat(1010), { files: { a: "ca x cert y" } });
    expect(sources.length).toBe(1001);
    expect(inclusions.filter(({ failure }) => failure === "too-many").length).toBe(10);
  });

  test("gives each file its name, and the statement that brought it in", () => {
    const { sources, lines } = parse("\ninclude a", { files: { a: "include b", b: "ca x cert y" } });
    expect(sources.map(({ path, includedBy }) => [path, includedBy && textOf(includedBy)])).toEqual([
      ["smtpd.conf", undefined],
      ["a", "include a"],
      ["b", "include b"],
    ]);
    expect(sources[1]?.includedBy).toBe(lines[0]);
  });

  test("keeps the encoding of the file", () => {
    const files = { read: () => ({ kind: "file", text: "é", encoding: "latin1" }) as const };
    expect(parseConfiguration({ path: "x", text: "include a", files }).sources[1]?.encoding).toBe("latin1");
  });
});

describe("an included file", () => {
  test("shares its macros with the one that includes it", () => {
    const files = { a: "admd $M\nN=inner\nM=new" };
    expect(order("M=outer\ninclude a\nadmd $N\nadmd $M", { files })).toEqual([
      "M = outer",
      "include a",
      "a: admd outer",
      "a: N = inner",
      "a: M = new",
      "admd inner",
      "admd new",
    ]);
  });

  test("sees the macros of the command line", () => {
    expect(order("include a", { files: { a: "M=file\nadmd $M" }, definitions: ["M=cmd"] }).at(-1)).toBe("a: admd cmd");
  });

  test("has its macros switched off where a macro's value goes on behind its path", () => {
    const files = { a: "admd $M\n" };
    const path = `M=x\nP='"a"'\ninclude $P\nadmd $M`;
    expect(order(path, { files }).slice(-2)).toEqual(["broken a: admd $ M", "admd x"]);
    expect(order("M=x\nP=a\ninclude $P\nadmd $M", { files }).slice(-2)).toEqual(["a: admd x", "admd x"]);
  });

  test("switches macros off for the rest of all files with 0x01", () => {
    expect(order("M=x\ninclude a\nadmd $M", { files: { a: "\u0001" } }).at(-1)).toBe("broken admd $ M");
  });

  test("ends everything with a NUL byte", () => {
    const configuration = parse("include a\nqueue ttl 2d", { files: { a: "queue ttl 1d\0 x\n" } });
    expect(configuration.lines.map(textOf)).toEqual(["include a", "queue ttl 1d\0"]);
    expect(configuration.skipped.map(textOf)).toEqual([" x\n", "\nqueue ttl 2d"]);
  });

  test("has a string ended by its end, and what follows is read", () => {
    const { lexicalErrors, lines } = parse("include a\nqueue ttl 2d", { files: { a: 'queue ttl "1d\nadmd x\n' } });
    expect(lexicalErrors.map(({ kind, span }) => [kind, span.source.path, span.start])).toEqual([
      ["unterminated-string", "a", 10],
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual([
      "IncludeDirective",
      "BrokenStatement",
      "SettingDirective",
      "SettingDirective",
    ]);
  });

  test("can be gone back to from the file that includes it, and nothing is lost or read twice", () => {
    const files = { a: 'table t { "x,\nlisten on "y, z' };
    const configuration = parse("include a # one\n} } # two\nadmd $U\n", { files });
    expect(configuration.lexicalErrors.map(({ kind, span }) => [kind, textOf(span)])).toEqual([
      ["unterminated-string", '"'],
      ["unterminated-string", '"'],
      ["undefined-macro", "$U"],
    ]);
    expect(configuration.lines.map(textOf)).toEqual([
      "include a",
      'table t { "x,',
      'listen on "y, z',
      "} }",
      "admd $U",
    ]);
    expect(configuration.comments.map(textOf)).toEqual(["# one", "# two"]);
    expect(configuration.macroUses.map(({ name }) => name)).toEqual(["U"]);
  });
});

describe("macros", () => {
  test.each<[string, string, string[], string]>([
    ["is replaced by a later one", "A=x\nA=y\nadmd $A", [], "admd y"],
    ["counts from its line on", "A=x\nadmd $A\nA=y", [], "admd x"],
    ["may take its value from another one", "A=x\nB=$A\nA=y\nadmd $B", [], "admd x"],
    ["may have a reserved word as its name in quotes", '"table"=x\nadmd $table', [], "admd x"],
    ["may begin with a digit", "1a=x\nadmd $1a", [], "admd x"],
    ["does not replace one of the command line", "A=x\nadmd $A", ["A=cmd"], "admd cmd"],
    ["may have a blank only at the front of its name", '" A"=x\nadmd a', [], "admd a"],
  ])("a definition %s", (_what, text, definitions, expected) => {
    expect(order(text, { definitions }).filter((line) => !line.includes("="))).toEqual([expected]);
  });

  test.each(["25 = x", "A = 25", "A = table", "table = x", "A => x", "A = <x>", "A = { x }", "A =", "A = x y", "A"])(
    "%s is no definition",
    (text) => {
      const { lines, macros } = parse(text);
      expect(lines.map(({ kind }) => kind)).toEqual(["BrokenStatement"]);
      expect(macros.size).toBe(0);
    },
  );

  test("with a blank in their name are not defined", () => {
    expect([...parse('"a b"=x\n"c\td"=x\n" e"=x').macros.keys()]).toEqual([" e"]);
  });

  test("of the command line without an equals sign are none", () => {
    expect(parse("", { definitions: ["A", "B="] }).macros).toEqual(
      new Map([["B", expect.objectContaining({ value: "" })]]),
    );
  });

  test("can make several statements where the command line gives them lines", () => {
    expect(order("$A", { definitions: ["A=admd x\nadmd y\n"] })).toEqual(["admd x", "admd y"]);
  });
});

describe("a broken line", () => {
  const statements = "queue ttl 1d\nadmd x\nlisten on lo\n";

  test.each<[what: string, line: string, failed: string[]]>([
    ["a word too many", "queue ttl 4d 5d", ["queue ttl 4d 5d"]],
    ["garbage", "!@#$% ^&*", ["!@"]],
    ["an undefined macro", "listen on $nothing port 25", ["listen on $nothing port 25"]],
    ["a number too large", "mta max-deferred 99999999999999999999", ["mta max-deferred 99999999999999999999"]],
    ["an unterminated string", 'admd "x', ['admd "x']],
    ["an unterminated string in the other quotes", "admd 'x", ["admd 'x"]],
    ["a closing quote missing in the middle", 'pki "x cert "y"', ['pki "x cert "y"']],
    ["an unclosed brace", "table t { a, b", ["table t { a, b"]],
    ["an unclosed brace with lines", "table t {\n a\n b", ["table t {\n a\n b"]],
    ["a brace too many", "table t { a } }", ["table t { a } }"]],
    ["a carriage return", "queue ttl 4d\r", ["queue ttl 4d\r"]],
    ["a backslash that folds nothing", "action a \\ \nmbox", ["action a", "mbox"]],
    ["an overlong word", "admd aaaaaaaaaa".replace("aaaaaaaaaa", "a".repeat(9000)), [`admd ${"a".repeat(8096)}`]],
  ])("with %s costs that line only", (_what, line, failed) => {
    const configuration = parse(`${statements}${line}\n${statements}`);
    expect(configuration.syntaxFailures.map((failure) => textOf(failure.line))).toEqual(failed);
    const good = configuration.lines.filter(({ kind }) => kind !== "BrokenStatement");
    expect(good.map(({ kind }) => kind)).toEqual([
      "SettingDirective",
      "SettingDirective",
      "ListenDirective",
      "SettingDirective",
      "SettingDirective",
      "ListenDirective",
    ]);
  });

  test("with an unterminated string does not turn the quotes below it around", () => {
    const text = 'admd "a\nadmd "b"\nadmd "c"\nadmd "d\nadmd "e"\n';
    const { lines, lexicalErrors } = parse(text);
    expect(lines.map(({ kind }) => kind)).toEqual([
      "BrokenStatement",
      "SettingDirective",
      "SettingDirective",
      "BrokenStatement",
      "SettingDirective",
    ]);
    expect(lexicalErrors.map(({ span }) => span.start)).toEqual([5, text.indexOf('"d')]);
  });

  test("whose string is longer than smtpd reads is one with a missing quote", () => {
    const { lexicalErrors, lines } = parse(`admd "a\n${"admd b\n".repeat(3000)}`);
    expect(lexicalErrors.map(({ kind, span }) => [kind, span.start, span.end])).toEqual([
      ["unterminated-string", 5, 6],
    ]);
    expect(lines.length).toBe(3001);
  });

  test("leaves a string over lines alone where it is meant", () => {
    const { syntaxFailures, lexicalErrors } = parse('table t { "a\nb", "c\n  d" }\nadmd "x\\\n  y"\n');
    expect([syntaxFailures, lexicalErrors]).toEqual([[], []]);
  });

  test("knows its place and the token at fault", () => {
    const [failure] = parse("queue ttl 4d 5d\n").syntaxFailures;
    expect(failure).toMatchObject({ index: 3, token: { value: "5d", start: 13 }, lexical: false });
    const [early] = parse("queue ttl\n").syntaxFailures;
    expect(early).toMatchObject({ index: 2, token: undefined });
  });
});

describe("words of newer releases", () => {
  test("are read as what they will be, and named", () => {
    const { lines, newerStatements, syntaxFailures } = parse("admd example.org\nsrs key x", { target: "6.4.2" });
    expect(lines.map(({ kind }) => kind)).toEqual(["SettingDirective", "SettingDirective"]);
    expect(newerStatements.map(({ keyword }) => keyword.value)).toEqual(["admd", "srs"]);
    expect(syntaxFailures).toEqual([]);
  });

  test("are plain words where the target takes them so", () => {
    const { lines, newerStatements } = parse("table data { filter }\nadmd = x\nadmd y", { target: "6.4.2" });
    expect(lines.map(({ kind }) => kind)).toEqual(["BrokenStatement", "MacroDefinition", "SettingDirective"]);
    expect(newerStatements.length).toBe(1);
    expect(parse("table data { report }", { target: "6.4.2" }).syntaxFailures).toEqual([]);
    expect(parse("table data { report }", { target: "6.6.0" }).syntaxFailures.length).toBe(1);
  });
});

describe("the text of a source", () => {
  test("is UTF-8 and for the newest release where nothing else is said", () => {
    const { sources, lines } = parseConfiguration({ path: "p", text: "listen on lo protocols x" });
    expect(sources).toEqual([{ kind: "file", path: "p", text: "listen on lo protocols x", encoding: "utf8" }]);
    expect(lines.map(({ kind }) => kind)).toEqual(["ListenDirective"]);
  });

  test.each(["", "\n", "\n\n\n", " \t ", "# only a comment", "\\\n", "\\"])("may hold no statement: %j", (text) => {
    expect(parse(text).lines).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import type { Configuration } from "./configuration.ts";
import type { FileReader } from "./files.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import type { ParseInput } from "./parse-input.ts";
import { textOf } from "./source.ts";
import { difference } from "./update/testing.ts";
import type { TextChange } from "./update/text-change.ts";
import { updateConfiguration } from "./update-configuration.ts";

/** A text before and after its changes: `[-what goes-]` and `{+what comes+}`. */
interface Edited {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly TextChange[];
}

const mark = /\[-(.*?)-\]|\{\+(.*?)\+\}/gs;

function edited(marked: string): Edited {
  const before = marked.replace(mark, "$1");
  const after = marked.replace(mark, "$2");
  const changes: TextChange[] = [];
  let [at, last] = [0, 0];
  for (const { 0: whole, 1: gone = "", 2: come = "", index } of marked.matchAll(mark)) {
    at += index - last;
    changes.push({ start: at, end: at + gone.length, text: come });
    at += come.length;
    last = index + whole.length;
  }
  return { before, after, changes };
}

function readerOf(files: Readonly<Record<string, string>>): FileReader {
  return {
    read: (path) => {
      const text = files[path];
      return text === undefined ? { kind: "failed", reason: "missing" } : { kind: "file", text, encoding: "utf8" };
    },
  };
}

interface Updated {
  readonly configuration: Configuration;
  /** The statements that were read, and not kept, as they stand in the new text. */
  readonly read: readonly string[];
}

/** Reads the text before, updates, and holds the result against a fresh reading of the text after. */
function update(marked: string, rest: Omit<ParseInput, "path" | "text"> = {}, then = rest): Updated {
  const { before, after, changes } = edited(marked);
  const previous = parseConfiguration({ path: "smtpd.conf", text: before, ...rest });
  const kept = new Set(previous.lines);
  const input = { path: "smtpd.conf", text: after, ...then };
  const configuration = updateConfiguration(previous, input, changes);
  expect(difference(configuration, parseConfiguration(input))).toBeUndefined();
  return { configuration, read: configuration.lines.filter((line) => !kept.has(line)).map(textOf) };
}

describe("only what an edit touches is read again:", () => {
  test.each<[what: string, marked: string, read: string[]]>([
    ["nothing, where nothing is edited", "admd a\nadmd b\n", []],
    ["a word that is replaced", "admd a\nadmd [-b-]{+c+}\nadmd d\n", ["admd c"]],
    ["a letter that is put into the first line", "admd a{+b+}\nadmd c\n", ["admd ab"]],
    ["a letter that is put into the last line", "admd a\nadmd b{+c+}", ["admd bc"]],
    ["a line that is put in", "admd a\n{+admd b\n+}admd c\n", ["admd b"]],
    ["a line that is put in before all", "{+admd b\n+}admd c\n", ["admd b"]],
    ["a line that is put behind all", "admd b\n{+admd c\n+}", ["admd c"]],
    ["no line, where one is deleted", "admd a\n[-admd b\n-]admd c\n", []],
    ["no line, where all are deleted", "[-admd a\nadmd b\n-]", []],
    ["no line, where a comment is written", "admd a\n# x{+y+}\nadmd b\n", []],
    ["no line, where an empty line is put in", "admd a\n{+\n+}admd b\n", []],
    ["two lines that become one", "admd a[-\n-]admd b\nadmd c\n", ["admd aadmd b"]],
    ["one line that becomes two", "admd a{+\n+}admd b\nadmd c\n", ["admd a", "admd b"]],
    ["a line that a comment is put behind", "admd a\nadmd b{+ # c+}\nadmd d\n", ["admd b"]],
    ["a list over several lines", "admd a\ntable t {\n  b,\n  {+x+}c\n}\nadmd d\n", ["table t {\n  b,\n  xc\n}"]],
    ["two lines far from each other", "admd a{+b+}\nadmd c\nadmd [-d-]\nadmd e\n", ["admd ab", "admd"]],
    ["a line that goes on behind a backslash", "admd a\nadmd \\\nb{+c+}\nadmd d\n", ["admd \\\nbc"]],
    ["a line in a file with carriage returns", "admd a\r\nadmd b{+c+}\r\nadmd d\r\n", ["admd bc\r"]],
    ["a line with characters of two units", 'admd "😀"\nadmd "😀{+😀+}"\nadmd d\n', ['admd "😀😀"']],
  ])("%s", (_what, marked, read) => {
    expect(update(marked).read).toEqual(read);
  });
});

describe("what is open is read up to where it closes, or could have closed:", () => {
  test.each<[what: string, marked: string, read: string[]]>([
    ["a quote within a line", 'admd a\nadmd {+"+}b\nadmd c\nadmd d\n', ['admd "b', "admd c", "admd d"]],
    ["a quote that the next one closes", 'admd {+"+}a\nadmd "b"\nadmd c\n', ['admd "a', 'admd "b"']],
    ["a quote that is closed", 'admd "a{+"+}\nadmd b\nadmd c\n', ['admd "a"', "admd b", "admd c"]],
    ["a quote that is taken away", 'admd [-"-]a"\nadmd b\nadmd c\n', ['admd a"']],
    ["a string over two lines", 'admd {+"+}a\nb"\nadmd c\n', ['admd "a\nb"']],
    ["a brace", "table t {+{ +}a\nadmd b\nadmd c\n", ["table t { a", "admd b"]],
    ["a brace that is closed", "table t { a {+}+}\nadmd b\nadmd c\n", ["table t { a }", "admd b"]],
    ["a backslash at the end of a line", "admd a {+\\+}\nadmd b\nadmd c\n", ["admd a \\\nadmd b"]],
    ["a backslash at the end of a comment", "# a {+\\+}\nadmd b\nadmd c\n", []],
    ["such a backslash that is taken away", "# a [-\\-]\nadmd b\nadmd c\n", ["admd b"]],
    ["a comment over the closing brace", "table t { a {+#+}}\nadmd b\nadmd c\n", ["table t { a", "admd b"]],
  ])("%s", (_what, marked, read) => {
    expect(update(marked).read).toEqual(read);
  });
});

describe("what uses a macro is read again", () => {
  test.each<[what: string, marked: string, read: string[]]>([
    ["where its value changes", "a = [-x-]{+y+}\nadmd $a\nadmd b\nadmd $a\n", ["a = y", "admd $a", "admd $a"]],
    ["where it is defined now", "{+a = x\n+}admd $a\nadmd b\n", ["a = x", "admd $a"]],
    ["where it is not defined any more", "[-a = x\n-]admd $a\nadmd b\n", ["admd $a"]],
    ["where another definition counts now", "a = x\n{+a = y\n+}admd $a\nadmd b\n", ["a = y", "admd $a"]],
    ["where a later definition is gone", "a = x\n[-a = y\n-]admd $a\nadmd b\n", ["admd $a"]],
    ["where its name changes", "a{+b+} = x\nadmd $a\nadmd $ab\n", ["ab = x", "admd $a", "admd $ab"]],
    ["up to its next definition", "a = [-x-]{+z+}\nadmd $a\na = y\nadmd $a\n", ["a = z", "admd $a"]],
    ["where a macro uses it in turn", "a = [-x-]{+y+}\nb = $a\nadmd $b\nadmd c\n", ["a = y", "b = $a", "admd $b"]],
    ["not where the value stays", "a = x{+ # note+}\nadmd $a\n", ["a = x"]],
    ["not where the value only gets quotes", 'a = {+"+}x{+"+}\nadmd $a\n', ['a = "x"']],
    ["but where its quotes count", 'a = [-"x"-]{+\'"x"\'+}\nadmd $a\n', ["a = '\"x\"'", "admd $a"]],
    ["not where the definition only moves", "{+# note\n+}a = x\nadmd $a\n", []],
    ["not where a definition is repeated", "a = x\nadmd b\n{+admd c\n+}a = x\nadmd $a\n", ["admd c"]],
  ])("%s", (_what, marked, read) => {
    expect(update(marked).read).toEqual(read);
  });

  test("unless the command line defines it", () => {
    expect(update("a = [-x-]{+y+}\nadmd $a\n", { definitions: ["a=z"] }).read).toEqual(["a = y"]);
  });
});

describe("included files", () => {
  const files = readerOf({ "a.conf": "m = x\nadmd $m\n", "open.conf": "table t { x\n" });
  const included = ["m = x", "admd $m"];

  test.each<[what: string, marked: string, read: string[]]>([
    ["are kept below an edit", "admd a{+b+}\ninclude a.conf\nadmd c\n", ["admd ab"]],
    ["are kept above an edit", "include a.conf\nadmd c\nadmd d{+e+}\n", ["admd de"]],
    ["are kept beside an edit", "include a.conf\n{+admd b\n+}include a.conf\n", ["admd b"]],
    ["are kept with the lists that they leave open", "include open.conf\n}\nadmd c{+d+}\n", ["admd cd"]],
    ["are read with their include", "admd a\n{+include a.conf\n+}admd b\n", ["include a.conf", ...included]],
    ["are read again with their include", "include a.conf{+ # x+}\nadmd $m\n", ["include a.conf", ...included]],
    ["are gone with their include", "admd a\n[-include a.conf\n-]admd b\n", []],
    ["take their macros with them", "[-include a.conf\n-]admd $m\nadmd b\n", ["admd $m"]],
    ["replace a macro", "m = y\n{+include a.conf\n+}admd $m\n", ["include a.conf", ...included, "admd $m"]],
    [
      "define a macro as it was",
      "m = x\n{+include a.conf\n+}admd b\nadmd $m\n",
      ["include a.conf", ...included, "admd $m"],
    ],
    ["count for a macro before them only", "m = [-x-]{+y+}\ninclude a.conf\nadmd $m\n", ["m = y"]],
    [
      "are others by the name of a macro",
      "m = [-b-]{+a+}\ninclude $m.conf\n",
      ["m = a", "include $m.conf", ...included],
    ],
    ["can be missing", "admd a\n{+include x\n+}admd b\n", ["include x"]],
    ["can include themselves", "{+include smtpd.conf\n+}admd b\n", ["include smtpd.conf"]],
  ])("%s", (_what, marked, read) => {
    expect(update(marked, { files }).read).toEqual(read);
  });

  test.each<[what: string, before: Record<string, string>, after: Record<string, string>, read: string[]]>([
    ["that say something else", { "a.conf": "admd x" }, { "a.conf": "admd y" }, ["include a.conf", "admd y"]],
    ["that are gone", { "a.conf": "admd x" }, {}, ["include a.conf"]],
    ["that are there now", {}, { "a.conf": "admd x" }, ["include a.conf", "admd x"]],
    ["with other macros", { "a.conf": "m = x" }, { "a.conf": "m = y" }, ["include a.conf", "m = y", "admd $m"]],
    ["with the same macros", { "a.conf": "m = x" }, { "a.conf": "\nm = x" }, ["include a.conf", "m = x"]],
    [
      "that others include",
      { "a.conf": "include b", b: "x" },
      { "a.conf": "include b", b: "y" },
      ["include a.conf", "include b", "y"],
    ],
  ])("are read again alone: those %s", (_what, before, after, read) => {
    const marked = "admd a\ninclude a.conf\nadmd b\nadmd $m\n";
    expect(update(marked, { files: readerOf(before) }, { files: readerOf(after) }).read).toEqual(read);
  });
});

describe("all is read again where", () => {
  const marked = "admd a\nadmd $a\nadmd b{+c+}\n";
  const given = { definitions: ["a=x"] };

  test.each<[what: string, then: Omit<ParseInput, "path" | "text">]>([
    ["the target is another one", { ...given, target: "6.4.0" }],
    ["the encoding is another one", { ...given, encoding: "latin1" }],
    ["a macro of the command line is another one", { definitions: ["a=y"] }],
    ["a macro of the command line is gone", {}],
  ])("%s", (_what, then) => {
    expect(update(marked, given, then).read).toEqual(["admd a", "admd $a", "admd bc"]);
  });

  test.each<[what: string, marked: string]>([
    ["a NUL byte comes in", "admd a\nadmd b\n{+\0+}"],
    ["a NUL byte goes", "admd a\nadmd b\n[-\0-]"],
    ["a mark of an expansion comes in", "admd a\nadmd b{+\u0001+}\n"],
  ])("%s", (_what, text) => {
    const { configuration, read } = update(text);
    expect(read).toHaveLength(configuration.lines.length);
  });

  test("the changes do not lead to the text", () => {
    const previous = parseConfiguration({ path: "x", text: "admd a\nadmd b\n" });
    const input = { path: "x", text: "admd a\nadmd c\n" };
    const changes = [{ start: 0, end: 0, text: "#" }];
    expect(difference(updateConfiguration(previous, input, changes), parseConfiguration(input))).toBeUndefined();
  });

  test("the changes have ranges that cannot be", () => {
    const input = { path: "x", text: "admd a\nadmd b\n" };
    for (const change of [
      { start: -1, end: 2, text: "adm" },
      { start: 9, end: 5, text: "" },
    ]) {
      const configuration = updateConfiguration(parseConfiguration(input), input, [change]);
      expect(difference(configuration, parseConfiguration(input))).toBeUndefined();
    }
  });
});

test("the source of the file is kept, with the new text", () => {
  const previous = parseConfiguration({ path: "smtpd.conf", text: "admd a\n" });
  const [source] = previous.sources;
  const input = { path: "smtpd.conf", text: "admd ab\n" };
  const { sources } = updateConfiguration(previous, input, [{ start: 6, end: 6, text: "b" }]);
  expect(sources[0]).toBe(source);
  expect(source?.text).toBe("admd ab\n");
});

describe("what is listed besides the statements moves along:", () => {
  const rest = "# note\nadmd $none x\nlisten on\nadmd 99999999999999999999 y\ntable t { a\nadmd z";

  test.each<[what: string, found: (configuration: Configuration) => readonly string[], texts: string[]]>([
    ["comments", ({ comments }) => comments.map(textOf), ["# note"]],
    ["uses of macros", ({ macroUses }) => macroUses.map(textOf), ["$none"]],
    [
      "lexical errors",
      ({ lexicalErrors }) => lexicalErrors.map(({ span }) => textOf(span)),
      ["$none", "99999999999999999999"],
    ],
    ["what is skipped", ({ skipped }) => skipped.map(textOf), [" y"]],
    [
      "statements that are none",
      ({ syntaxFailures }) => syntaxFailures.map(({ line }) => textOf(line)),
      ["admd $none x", "listen on", "admd 99999999999999999999", "table t { a"],
    ],
    [
      "where they end",
      ({ syntaxFailures }) => syntaxFailures.map(({ end }) => end.source.text.slice(end.start - 2, end.start)),
      [" x", "on", " y", " z"],
    ],
  ])("%s", (_what, found, texts) => {
    expect(found(update(`admd a\nadmd b{+c+}\n${rest}`).configuration)).toEqual(texts);
  });
});

test("after an edit in the middle of many lines, all others are the same objects", () => {
  const lines = Array.from(
    { length: 600 },
    (_, index) => `table t${index} { a, "b" }\nmatch from src <t${index}> reject\n`,
  );
  const half = (from: number, to?: number) => lines.slice(from, to).join("");
  for (const middle of ["admd {+x+}\n", "{+lissten on lo\n+}", '{+"+}\n', "admd {+{+}\n", "{+a = b+}\n"]) {
    const { configuration, read } = update(`${half(0, 300)}${middle}${half(300)}`);
    expect(configuration.lines.length).toBeGreaterThanOrEqual(1200);
    expect(read.length).toBeLessThanOrEqual(3);
  }
});

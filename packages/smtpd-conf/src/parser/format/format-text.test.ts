import { describe, expect, test } from "vitest";
import type { Edit } from "../edit.ts";
import type { FileReader } from "../files.ts";
import type { ParseInput } from "../parse-input.ts";
import { textOf } from "../source.ts";
import { type FormattedText, formatText, formatTextRange } from "./format-text.ts";

// How the formatted text looks is in test/format/; here is what cannot be seen there.

function format(text: string, input: Partial<ParseInput> = {}): FormattedText {
  const formatting = formatText({ path: "smtpd.conf", text, ...input });
  if (formatting.kind !== "formatted") throw new Error("unformattable");
  return formatting;
}

describe("the end of the text", () => {
  test.each([
    ["gets its newline", "listen on lo0", "listen on lo0\n"],
    ["gets it behind a comment", "# x", "# x\n"],
    ["has no blank lines", "listen on lo0\n\n \n", "listen on lo0\n"],
    ["keeps a backslash, which says that something may be missing", "listen on  lo0 \\", "listen on  lo0 \\"],
    ["keeps a comment that ends in a backslash", "# x \\", "# x \\\n"],
    ["stays as it is behind what smtpd refuses", "listen on lo0\nlisten  x", "listen on lo0\nlisten  x"],
  ])("%s", (_what, before, after) => {
    expect(format(before).text).toBe(after);
    expect(format(after).text).toBe(after);
  });

  test.each(["", "\n", " \n\t\n"])("is the beginning, too, where there is nothing: %j", (text) => {
    expect(format(text).text).toBe("");
  });
});

describe("bytes that are no plain text", () => {
  test.each([
    ["carriage returns make statements that smtpd refuses", "listen on  lo0\r\n# x  \r\nadmd  x\n", undefined],
    ["a NUL byte ends what smtpd reads", "admd  x\n\0listen  on lo0  \n\n\n", "admd x\n\0listen  on lo0  \n\n\n"],
    ["a NUL byte in a line", "admd  x\nlisten on  lo0 \0 \nadmd  y", "admd x\nlisten on  lo0 \0 \nadmd  y"],
    [
      "marks of an expansion",
      "admd  x\nlisten  on \u0001lo0\u0002\nadmd  y\n",
      "admd x\nlisten  on \u0001lo0\u0002\nadmd y\n",
    ],
    ["a mark on a line of its own", "\u0002\nadmd  x\n", "\u0002\nadmd x\n"],
    ["letters beyond ASCII", 'admd  "ü"  # ß\n', 'admd "ü" # ß\n'],
    ["a byte order mark", "\ufeffadmd  x\nadmd  y\n", "\ufeffadmd  x\nadmd y\n"],
  ])("%s", (_what, before, after) => {
    for (const encoding of ["utf8", "latin1"] as const)
      expect(format(before, { encoding }).text).toBe(after ?? before.replace("admd  x", "admd x"));
  });
});

describe("what is left", () => {
  test("are the statements that stay as they are", () => {
    const { left } = format("admd  x\nlisten  on\nadmd  x \\ \nadmd y\n");
    expect(left.map(({ isRefused, span }) => [isRefused, textOf(span)])).toEqual([
      [true, "listen  on"],
      [false, "admd  x"],
    ]);
  });

  test.each(["hello world\n", "#!/bin/sh\nexec  smtpd \n\n\n", '{ "json": true }'])(
    "is all, where nothing is a statement: %j",
    (text) => {
      expect(formatText({ path: "smtpd.conf", text })).toEqual({ kind: "unformattable" });
    },
  );
});

describe("a statement that would mean something else", () => {
  // Behind this macro, a blank at the end of the line is all that keeps the next line apart.
  const definitions = ["more=tag x \\"];
  const [open, tidy] = ["listen on  lo0 $more \n", "admd  x\n"];

  test("stays as it is", () => {
    const { text, left } = format(open + tidy + open + tidy, { definitions });
    expect(text).toBe(`${open}admd x\n${open}admd x\n`);
    expect(left.map(({ isRefused, span }) => [isRefused, span.start])).toEqual([
      [false, 0],
      [false, open.length + tidy.length],
    ]);
  });

  test("keeps all others from being formatted, where there are too many", () => {
    const text = open.repeat(30) + tidy;
    expect(format(text, { definitions })).toMatchObject({ text, edits: [], left: { length: 31 } });
  });
});

describe("included files", () => {
  const files: FileReader = {
    read: (path) => ({ kind: "file", text: path === "open" ? "table  t {  a\n" : 'if  =  "lo0"\n', encoding: "utf8" }),
  };

  test("define macros, and are not formatted", () => {
    const { text, edits } = format('include  "macros"\nlisten on  $if\n', { files });
    expect(text).toBe('include "macros"\nlisten on $if\n');
    expect(new Set(edits.map(({ span }) => span.source.path))).toEqual(new Set(["smtpd.conf"]));
  });

  test("can have the beginning of a statement, which then stays as it is", () => {
    expect(format('admd  x\ninclude  "open"\n  b,  c }\nadmd  y\n', { files }).text).toBe(
      'admd x\ninclude  "open"\n  b,  c }\nadmd y\n',
    );
  });
});

describe("edits", () => {
  const text = "admd  x\nadmd y\n\n\n\nlisten  on   lo0 # z \nadmd z";

  function apply(edits: readonly Edit[]): string {
    return edits.toReversed().reduce((done, { span, text: insert }) => {
      return done.slice(0, span.start) + insert + done.slice(span.end);
    }, text);
  }

  test("make the formatted text out of the other", () => {
    const { edits, text: formatted } = format(text);
    expect(apply(edits)).toBe(formatted);
  });

  test("leave alone what stays the same", () => {
    const { edits } = format(text);
    expect(edits.map(({ span, text: insert }) => [textOf(span), insert])).toEqual([
      [" ", ""],
      ["\n\n", ""],
      [" on   lo0 # z ", "on lo0 # z"],
      ["", "\n"],
    ]);
  });

  test("of a range are those that touch it", () => {
    const range = { start: text.indexOf("on "), end: text.indexOf("lo0") };
    expect(apply(formatTextRange({ path: "smtpd.conf", text }, range))).toBe(
      "admd  x\nadmd y\n\n\n\nlisten on lo0 # z\nadmd z",
    );
  });

  test("of a text that is no configuration are none", () => {
    expect(formatTextRange({ path: "smtpd.conf", text: "hello  world\n" }, { start: 0, end: 12 })).toEqual([]);
  });
});

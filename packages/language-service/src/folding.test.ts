import { describe, expect, test } from "vitest";
import { getFoldingRanges } from "./folding.ts";
import { type SnapshotOptions, snapshotOf } from "./testing.ts";

/** The ranges of a text as `first-last kind`, rows from 0. */
function shown(text: string, options: SnapshotOptions = {}): readonly string[] {
  return getFoldingRanges(snapshotOf(text, options)).map(({ startLine, endLine, kind }) =>
    [`${startLine}-${endLine}`, ...(kind === undefined ? [] : [kind])].join(" "),
  );
}

describe("folds", () => {
  test.each([
    ["a list, but not its last row", "table t {\na,\nb\n}\n", ["0-2"]],
    ["a list that ends beside an entry", "table t {\na,\nb }\n", ["0-2"]],
    ["a statement that backslashes carry on", "match \\\n  for any \\\n  reject\n", ["0-2"]],
    ["a statement and the list in it", "match \\\n for domain {\n  a,\n  b\n } \\\n reject\n", ["0-5", "1-3"]],
    ["a string over several rows", 'admd "a\nb\nc"\n', ["0-2"]],
    ["a list that is not closed", "table t {\na,\nb\n", ["0-2"]],
    ["comments in rows that follow each other", "# a\n# b\n#c\nadmd x\n", ["0-2 comment"]],
    ["a comment that a backslash carries on", "# a \\\nb\nadmd x\n", ["0-1 comment"]],
    ["includes", 'include "a"\ninclude "b"\n\ninclude "c"\nadmd x\n', ["0-3 imports"]],
    ["statements of one kind", "match for any reject\nmatch for any reject\n\nadmd x\n", ["0-1 region"]],
    ["all kinds of filters", 'proc p "x"\n\nfilter a proc p\nfilter b proc-exec "x"\n', ["2-3 region"]],
    ["statements of one kind with a comment above", "# x\nadmd x\nadmd y\n", ["0-2 region"]],
    ["rows between marks", "# region x\nadmd x\n# endregion\n", ["0-2 region"]],
    [
      "marks within marks",
      "#region\n# region y\nadmd x\n#endregion\nadmd y\n#endregion\n",
      ["0-5 region", "1-3 region"],
    ],
    ["sections", "# --- a ---\nadmd x\n\ntable t { a }\n# === b ===\ntable u { a }\n", ["0-3 region", "4-5 region"]],
  ])("%s", (_what, text, expected) => expect(shown(text)).toEqual(expected));
});

describe("does not fold", () => {
  test.each([
    ["one row", "table t { a }\n"],
    ["one comment", "# a\nadmd x\n"],
    ["comments with a blank line between", "# a\n\n# b\n"],
    ["comments behind statements", "admd x # a\nadmd y # b\n".replace("admd y", "queue compression")],
    ["one include", 'include "a"\nadmd x\n'],
    ["statements of several kinds", "admd x\ntable t { a }\n"],
    ["statements of one kind with blank lines between", "admd x\n\nadmd y\n"],
    ["a mark without another", "# region\nadmd x\n"],
    ["an end without a mark", "admd x\n# endregion\n"],
    ["words that begin like a mark", "# regional\nadmd x\n# endregion\n"],
    ["nothing", ""],
  ])("%s", (_what, text) => expect(shown(text)).toEqual([]));
});

test("the first rows of ranges differ: the list of a table counts, not the group that begins with it", () => {
  expect(shown("table t {\na\n}\ntable u { a }\n")).toEqual(["0-1"]);
});

test("an included file has its own ranges", () => {
  const root = { path: "smtpd.conf", text: '# a\n# b\ninclude "x"\nqueue compression\n' };
  expect(shown("table t {\na\n}\n", { root, path: "x" })).toEqual(["0-1"]);
  expect(shown(root.text, { files: { x: "table t {\na\n}\n" } })).toEqual(["0-1 comment"]);
});

import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getOnTypeFormatting } from "./on-type-formatting.ts";
import { snapshotAt } from "./testing.ts";

const spaces = { tabSize: 2, insertSpaces: true };

/** What is left of a text after a character was typed before the cursor. */
function typed(textWithCursor: string, character: string, options = spaces): string {
  const { snapshot, position } = snapshotAt(textWithCursor);
  return TextDocument.applyEdits(snapshot.document, getOnTypeFormatting(snapshot, position, character, options));
}

describe("a newline", () => {
  test.each([
    ["behind a backslash", "match \\\n|", "match \\\n  "],
    ["behind a backslash, before more", "match \\\n|for any reject\n", "match \\\n  for any reject\n"],
    ["behind a second backslash", "match \\\n    for any \\\n|", "match \\\n    for any \\\n    "],
    ["in a list", "table t {\n|\n}\n", "table t {\n  \n}\n"],
    ["in a list that is not closed", "table t {\n|", "table t {\n  "],
    ["behind an entry", "table t {\n    a,\n|\n}\n", "table t {\n    a,\n    \n}\n"],
    ["before the end of a list", "table t {\n    a\n    |}\n", "table t {\n    a\n}\n"],
    ["between braces", "  table t {\n|}\n", "  table t {\n  }\n"],
    ["behind a list", "table t {\n    a\n}\n    |\n", "table t {\n    a\n}\n\n"],
    ["behind a statement that was carried on", "match \\\n    reject\n    |\n", "match \\\n    reject\n\n"],
    ["behind a statement that is indented", "  admd x\n|\n", "  admd x\n  \n"],
    ["behind a statement with a comment", "admd x # y\n  |\n", "admd x # y\n\n"],
    ["in a list with backslashes", "table t { \\\n    a, \\\n|}\n", "table t { \\\n    a, \\\n}\n"],
    ["behind a blank line", "admd x\n\n  |\n", "admd x\n\n  \n"],
    ["in the first row", "  |admd x\n", "  admd x\n"],
    ["in a string", 'admd "x\n  |y"\n', 'admd "x\n  y"\n'],
    ["in a string with a backslash", 'admd "x \\\n|y"\n', 'admd "x \\\ny"\n'],
    ["in a comment that is carried on", "# x \\\n|y\n", "# x \\\ny\n"],
    ["behind a comment", "# x\n  |\n", "# x\n  \n"],
    ["within a word", "admd exam\\\n|ple\n", "admd exam\\\nple\n"],
    ["within a word that is not there yet", "admd exam\\\n|\n", "admd exam\\\n  \n"],
    ["behind two backslashes, which carry nothing on", "admd x\\\\\n  |\n", "admd x\\\\\n\n"],
    ["in nothing", "\n|", "\n"],
  ])("%s", (_what, text, expected) => expect(typed(text, "\n")).toBe(expected));

  test("takes tabs where the editor does", () => {
    expect(typed("match \\\n|", "\n", { tabSize: 8, insertSpaces: false })).toBe("match \\\n\t");
  });
});

describe("a brace", () => {
  test.each([
    ["that ends a list", "table t {\n    a\n    }|\n", "table t {\n    a\n}\n"],
    ["of a statement that is indented", "  table t {\n    a\n    }|\n", "  table t {\n    a\n  }\n"],
    ["that opens nothing", "}|\n", "}\n"],
    ["in a string", 'admd "x\n  }|"\n', 'admd "x\n  }"\n'],
    ["in a comment", "admd x\n  # }|\n", "admd x\n  # }\n"],
    ["beside an entry", "table t {\n    a }|\n", "table t {\n    a }\n"],
  ])("%s", (_what, text, expected) => expect(typed(text, "}")).toBe(expected));
});

test("another character does nothing", () => expect(typed("table t {\n|", ",")).toBe("table t {\n"));

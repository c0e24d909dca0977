import { describe, expect, test } from "vitest";
import type { FileReader } from "../files.ts";
import { parseConfiguration } from "../parse-configuration.ts";
import { trailOf } from "./reading-trail.ts";

const files: FileReader = {
  read: (path) => ({ kind: "file", text: path === "open" ? "table t { a\n" : "admd a\n", encoding: "utf8" }),
};

/** The text with a `|` wherever reading could begin. */
function marked(text: string, definitions: readonly string[] = []): string | undefined {
  const configuration = parseConfiguration({ path: "smtpd.conf", text, definitions, files });
  const points = trailOf(configuration)?.restingPoints;
  if (points === undefined) return undefined;
  const pieces = points.map((point, index) => text.slice(points[index - 1] ?? 0, point));
  return [...pieces, text.slice(points.at(-1) ?? 0)].join("|");
}

describe("reading could begin", () => {
  test.each<[where: string, text: string]>([
    ["at the beginning of an empty text", "|"],
    ["at each line", "|admd a\n|admd b\n|"],
    ["at empty lines and comments", "|\n|# note\n|\n|admd a\n|"],
    ["not at the end of a line without a newline", "|admd a\n|admd b"],
    ["not within a line that is folded", "|admd \\\na\n|admd b\n|"],
    ["not within a comment that is folded", "|# note \\\nadmd a\n|admd b\n|"],
    ["not within a string", '|admd "a\nb"\n|admd c\n|'],
    ["not within braces", "|table t {\na,\nb\n}\n|admd c\n|"],
    ["not at a statement that ends open braces, but behind it", "|table t {\na\nadmd b\n|admd c\n|"],
    ["behind the use of a macro", "|a = b\n|admd $a\n|admd c\n|"],
    ["behind a lexical error", "|admd 99999999999999999999 x\n|admd $none\n|admd c\n|"],
    ["not behind an include on its line", "|include x # note\n|admd a\n|"],
    ["not within a list that an included file opens", "|include open\nb\n}\n|admd c\n|"],
    ["not where a string was tried that had no end", '|admd "a\nadmd b\nadmd c\n'],
    ["nor where one was tried that had one", '|admd "a\nadmd b\nadmd "c"\n|admd d\n|'],
  ])("%s", (_where, text) => {
    expect(marked(text.replaceAll("|", ""))).toBe(text);
  });

  test("not within the lines of a macro of the command line", () => {
    expect(marked("$a\nadmd b\n", ["a=admd x\nadmd y"])).toBe("|$a\n|admd b\n|");
    expect(marked("$a\nadmd b\n", ["a=admd x\nadmd y\n"])).toBe("|$a\n|admd b\n|");
  });
});

describe("nothing is left for an update where", () => {
  test.each([
    ["the text ends at a NUL byte", "admd a\n\0"],
    ["it has the mark before the value of a macro", "admd a\u0001\n"],
    ["it has the mark behind the value of a macro", "admd a\u0002\n"],
    ["there are more includes than are read", "include x\n".repeat(1001)],
  ])("%s", (_where, text) => {
    expect(marked(text)).toBeUndefined();
  });
});

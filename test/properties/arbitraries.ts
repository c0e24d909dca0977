import fc from "fast-check";
import { keywordNames } from "../../packages/smtpd-conf/src/language/keywords.ts";
import { releases } from "../../packages/smtpd-conf/src/language/releases.ts";
import type { FileContent } from "../../packages/smtpd-conf/src/parser/files.ts";
import type { ParseInput } from "../../packages/smtpd-conf/src/parser/parse-input.ts";
import { validFile } from "./valid-file.ts";

/** Any bytes at all, as a file that is no UTF-8 is decoded. */
const anyBytes: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(..."\0\u0001\u0002 \t\n\r\"'\\#$-09:_az{}<>!,=("), maxLength: 60 }),
);

const separators = ["", " ", " ", " ", "\n", "\n", "\t", "\\\n", "\\", " \\ \n", "\r\n", "  # note\n", " # note \\\n"];

/** Pieces of the language, and pieces that have gone wrong in one. */
const piece: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...keywordNames),
  fc.constantFrom(..."{}<>!,="),
  fc.constantFrom(
    "=>",
    '"',
    "'",
    "$",
    "-",
    "\\",
    "\\\\",
    "#",
    "(",
    "/",
    "\0",
    "\u0001",
    "\u0002",
    "é",
    "\ufeff",
    "😀",
    "\ud800",
  ),
  fc.constantFrom(
    "a",
    "b1",
    "_c",
    ":d",
    "25",
    "-3",
    "007",
    "4d",
    "10.0.0.1",
    "99999999999999999999",
    "mail$x",
    'q"q',
    "x\\y",
  ),
  fc.constantFrom('"a b"', "'c'", '"x\\"y"', '"two\nlines"', '"folded\\\nhere"', '"tab\\\t"', '"ends\\', "''"),
  fc.constantFrom(
    "$a",
    "$b1",
    "$_c",
    "$none",
    "$a.example",
    "$a$b1",
    "a=b",
    'b1="x y # z"',
    "_c='listen on'",
    "a='\"'",
    'b1=""',
  ),
  fc.constantFrom(
    'include "a.conf"',
    "\ninclude b.conf",
    '\ninclude "c.conf" table',
    "\ninclude 'a.conf'\n",
    "include $a",
  ),
  fc.constantFrom("queue ttl 4d", "listen on lo", "table t {", "\ntable t { a,", "\n} # }", '\nlisten on lo tag "x'),
  fc.constantFrom("table t { a, b }", "table t {\na\nb\n}", "action a mbox", "match for any action a", "match reject"),
);

const soup: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom(...separators)), { maxLength: 30 })
  .map((pieces) => pieces.flat().join(""));

/** A valid file in which some places were changed. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...validFile.split("\n\n"), validFile),
    fc.array(fc.tuple(fc.nat(10_000), fc.nat(12), fc.oneof(piece, fc.constantFrom(...separators), fc.constant(""))), {
      maxLength: 4,
    }),
  )
  .map(([text, changes]) => changes.reduce(change, text));

function change(text: string, [at, length, replacement]: [number, number, string]): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + replacement + text.slice(start + length);
}

const text: fc.Arbitrary<string> = fc.oneof(anyBytes, soup, soup, mutated);

const definitions = fc.array(
  fc.oneof(
    fc.constantFrom(
      "a=lo",
      "a=listen on lo",
      'b1="',
      "_c=",
      "none=a\nb",
      "a=x=y",
      "noequals",
      "=empty",
      "a=\\",
      "b1=# c",
      "a={ x",
    ),
    fc.tuple(fc.constantFrom("a", "b1", "_c"), text).map(([name, value]) => `${name}=${value}`),
  ),
  { maxLength: 2 },
);

/** A configuration for any release, in either encoding, with files to include and macros from the command line. */
export const anyInput: fc.Arbitrary<ParseInput> = fc
  .record({
    text,
    encoding: fc.constantFrom("utf8" as const, "latin1" as const),
    target: fc.constantFrom(...releases),
    definitions: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: definitions }),
    included: fc.array(text, { minLength: 3, maxLength: 3 }),
  })
  .map(({ included, ...input }) => {
    const read = (path: string): FileContent => contentOf(path, included);
    return { path: "smtpd.conf", ...input, files: { read, included } };
  });

function contentOf(path: string, included: readonly string[]): FileContent {
  const index = ["a.conf", "b.conf", "c.conf"].indexOf(path);
  const content = included[index];
  if (content === undefined) return { kind: "failed", reason: "missing" };
  return { kind: "file", text: content, encoding: "utf8" };
}

/** A line that is hardly a statement, without the characters that reach over its end: quotes, braces and backslashes. */
export const garbageLine: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...keywordNames),
      fc.constantFrom(..."<>!,=-(/%;"),
      fc.constantFrom("25", "x", "$none", "\r", "é", '"a"'),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(" "))
  .filter((line) => !line.includes("include") && !/^\S+ =/.test(line));

import { releases } from "../../packages/smtpd-conf/src/language/releases.ts";
import type { FileContent } from "../../packages/smtpd-conf/src/parser/files.ts";
import type { ParseInput } from "../../packages/smtpd-conf/src/parser/parse-input.ts";
import {
  makeConfiguration,
  makeGarbage,
  makeHostConfiguration,
  makeUnclosedQuote,
} from "../bench/make-configuration.ts";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { generateConfiguration, type Release } from "../conformance/generate.ts";
import { chance, integer, pick, pickWeighted, type Random } from "../conformance/random.ts";

/** Lines that make macros and use them, in any order. */
const macroLines: readonly string[] = [
  "a = lo",
  'a = "listen on"',
  "m1 = $a",
  'm1 = "x y # z"',
  "b = '\"'",
  'b = "\\"q"',
  'c = ""',
  "a = lo # note",
  "listen on $a",
  "$a socket",
  "listen on $m1 port 25",
  "table t { $a, $m1 }",
  "table t { $b x }",
  "action $c mbox",
  'match for domain "$a" action $m1',
  "$none",
  "# $a",
  "",
];

/** What the included files say: macros, lists that stay open, quotes that stay open, files in turn. */
const includedTexts: readonly string[] = [
  "",
  "a = lo\n",
  "a = 'eth0'\nm1 = b",
  "table inner { x, y }\n# note\nlisten on $a\n",
  "table open { x,\n",
  'table quoted { "x\n',
  "include b.conf\nqueue ttl 4d\n",
  "wrong wrong\n$none\n",
  "table t { z }\nm1 = $a\nlisten on $m1",
];

const heads: readonly string[] = [
  "include a.conf\n",
  "include a.conf\ninclude b.conf\n",
  'a = lo\ninclude "b.conf"\nm1 = $a\n',
  "include missing\n",
  "include a.conf table rest { x }\n",
];

function someLines(random: Random, lines: readonly string[], most: number): string {
  return Array.from({ length: integer(random, 1, most) }, () => `${pick(random, lines)}\n`).join("");
}

const textMakers: readonly (readonly [weight: number, make: (random: Random, seed: number) => string])[] = [
  [5, (random) => generateConfiguration(random, pick<Release>(random, ["6.4", "6.6", "6.8", "7.4", "7.9"]))],
  [3, (random, seed) => makeVariedConfiguration(integer(random, 30, 150), seed)],
  [1, (random, seed) => makeConfiguration(integer(random, 3, 80), seed)],
  [1, (random, seed) => makeHostConfiguration(integer(random, 12, 80), seed)],
  [1, (random, seed) => makeUnclosedQuote(integer(random, 3, 60), seed)],
  [0.5, (random) => makeGarbage(integer(random, 1, 40))],
  [4, (random) => someLines(random, macroLines, 40)],
  [1, (random, seed) => `${someLines(random, macroLines, 10)}${makeVariedConfiguration(40, seed)}`],
];

/** A configuration of one kind or another. */
export function makeText(random: Random): string {
  return pickWeighted(random, textMakers)(random, integer(random, 0, 1_000_000));
}

/** The files that `include` finds; what they say can change. */
export type Files = Map<string, string>;

/** Two files to include. */
export function makeFiles(random: Random): Files {
  return new Map(["a.conf", "b.conf"].map((path) => [path, pick(random, includedTexts)]));
}

/** A text, perhaps with includes put into it, and all that its reading depends on. */
export function inputFor(random: Random, text: string, files: Files): ParseInput {
  const read = (path: string): FileContent => {
    const content = files.get(path);
    if (content === undefined) return { kind: "failed", reason: "missing" };
    return { kind: "file", text: content, encoding: "utf8" };
  };
  return {
    path: chance(random, 0.1) ? "a.conf" : "smtpd.conf",
    text: withIncludes(random, text),
    encoding: chance(random, 0.8) ? "utf8" : "latin1",
    target: chance(random, 0.7) ? undefined : pick(random, releases),
    definitions: chance(random, 0.8) ? [] : [pick(random, ["a=lo", "a=listen on lo\nqueue ttl 4d", 'm1="', "b=x"])],
    files: { read },
  };
}

function withIncludes(random: Random, text: string): string {
  if (chance(random, 0.5)) return text;
  const head = pick(random, heads);
  if (chance(random, 0.6)) return head + text;
  const newline = text.indexOf("\n", integer(random, 0, text.length));
  return newline < 0 ? text + head : text.slice(0, newline + 1) + head + text.slice(newline + 1);
}

/** Another text of an included file. */
export function changeFile(random: Random, files: Files): void {
  files.set(pick(random, ["a.conf", "b.conf"]), pick(random, includedTexts));
}

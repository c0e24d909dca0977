import type { TextChange } from "../../packages/smtpd-conf/src/parser/update/text-change.ts";
import { chance, integer, pick, pickWeighted, type Random } from "../conformance/random.ts";

/** What people type, and what upsets what follows. */
const pieces: readonly string[] = [
  ..."abx1 \t\n\r\\\"'#${}<>!,=-(/;\0\u0001\u0002é😀\ud83d\ude00",
  ..."\n\n\n\"\"''\\\\{{}}##$$  ",
  "\r\n",
  "\\\n",
  " \\\n  ",
  "\\\r\n",
  "=>",
  '""',
  "''",
  "$a",
  "$m1",
  "$none",
  "listen on lo",
  "\nlisten on lo tag x\n",
  "\ntable t { a, b }\n",
  "table t {\n",
  "\n}\n",
  "} # done\n",
  "# note\n",
  "# note \\\n",
  '\naction "a" mbox\n',
  "\nmatch from any for domain <t> action $a\n",
  "\nmatch from from any\n",
  'a = "lo"\n',
  '\na = "lo"\n',
  "\na = 'listen on lo'\n",
  "\nm1 = b\n",
  '\nm1 = "x\n',
  "\nm1 = $a\n",
  '\na="\\"b"\n',
  "\ninclude a.conf\n",
  'include "b.conf" table t { x',
  "\ninclude missing\n",
  '"a\nb"',
  "99999999999999999999",
  "\nfilter f proc-exec x\n",
  "x".repeat(9000),
  `"${"long ".repeat(1700)}`,
];

type MakeChange = (random: Random, text: string) => TextChange;

function insertion(at: number, text: string): TextChange {
  return { start: at, end: at, text };
}

/** The range of one to some lines, with their newlines. */
function linesIn(random: Random, text: string, most: number): readonly [start: number, end: number] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const first = integer(random, 0, starts.length - 1);
  return [starts[first] ?? 0, starts[first + integer(random, 1, most)] ?? text.length];
}

const makers: readonly (readonly [weight: number, make: MakeChange])[] = [
  [6, (random, text) => insertion(integer(random, 0, text.length), pick(random, pieces))],
  [3, (random, text) => insertion(linesIn(random, text, 1)[0], pick(random, pieces))],
  [2, (random, text) => insertion(Math.max(0, linesIn(random, text, 1)[1] - 1), pick(random, pieces))],
  [
    4,
    (random, text) => {
      const start = integer(random, 0, text.length);
      return { start, end: Math.min(text.length, start + integer(random, 1, 3)), text: "" };
    },
  ],
  [
    2,
    (random, text) => {
      const start = integer(random, 0, text.length);
      return { start, end: Math.min(text.length, start + integer(random, 0, 40)), text: pick(random, pieces) };
    },
  ],
  [
    2,
    (random, text) => {
      const [start, end] = linesIn(random, text, 4);
      return { start, end, text: chance(random, 0.5) ? "" : text.slice(start, end).toUpperCase() };
    },
  ],
  [
    2,
    (random, text) => {
      const [start, end] = linesIn(random, text, 3);
      return insertion(linesIn(random, text, 1)[0], text.slice(start, end));
    },
  ],
  [
    0.3,
    (random, text) => {
      const start = integer(random, 0, text.length);
      return { start, end: integer(random, start, text.length), text: pick(random, ["", "", '"', "{", "\n"]) };
    },
  ],
  [0.2, (_, text) => ({ start: 0, end: text.length, text: text.replaceAll("\n", "\r\n") })],
  [0.2, (_, text) => ({ start: 0, end: text.length, text: text.replaceAll("\r", "") })],
];

function applyChange(text: string, { start, end, text: inserted }: TextChange): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** The text with the changes made, one after the other. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(applyChange, text);
}

/** One change or a few; each is relative to the text as those before it left it. */
export function makeChanges(random: Random, text: string): readonly TextChange[] {
  const count = chance(random, 0.8) ? 1 : integer(random, 2, 5);
  const changes: TextChange[] = [];
  for (let number = 0; number < count; number++)
    changes.push(pickWeighted(random, makers)(random, applyChanges(text, changes)));
  return changes;
}

/** The changes that give the text back that was there before these. */
export function inverseChanges(text: string, changes: readonly TextChange[]): readonly TextChange[] {
  return changes
    .map(({ start, end, text: inserted }, index) => {
      const before = applyChanges(text, changes.slice(0, index));
      return { start, end: start + inserted.length, text: before.slice(start, end) };
    })
    .reverse();
}

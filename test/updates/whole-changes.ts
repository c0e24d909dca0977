import type { TextChange } from "../../packages/smtpd-conf/src/parser/update/text-change.ts";
import { chance, integer, pick, pickWeighted, type Random } from "../conformance/random.ts";

/** Comments for the linter and others, and statements of all kinds; some of them refer to what other files do not have. */
const insertions: readonly string[] = [
  "# note\n",
  "\n",
  "# smtpd-lint: disable-next-line unreachable-match\n",
  "# smtpd-lint: disable-next-line\n",
  "# smtpd-lint: disable unused-table, unused-action -- later\n",
  "# smtpd-lint: enable\n",
  "# smtpd-lint: disable-file redundant-match\n",
  "# smtpd-lint: disabel unused-table\n",
  "listen on lo\n",
  "listen on socket\n",
  "listen on 192.0.2.7 port 25 tag EDGE\n",
  "listen on 0.0.0.0 proxy-v2\n",
  'table "added" { "added.example", "*.added.example" }\n',
  "table words file:/etc/mail/words\n",
  'action "added" relay\n',
  'action "added" maildir alias <added>\n',
  'match from any for domain "added.example" action "added"\n',
  'match from any for domain regex "^mx\\.added\\.example$" action "added"\n',
  'match from any for domain { "added.example", "shop0.customer20.example" } reject\n',
  'match from src { "10.0.0.0/8", "192.0.2.0/24" } for any action "added"\n',
  "match from any for any reject\n",
  "match from auth for any reject\n",
  "match for local reject\n",
  "match tag EDGE from any for any reject\n",
  'match from any for domain <added> action "added"\n',
  'match from any helo "*" for any reject\n',
  'match from any mail-from "@added.example" for any reject\n',
  'filter "added" phase helo match !rdns disconnect "550 no"\n',
  "filter check99 phase mail-from match src { 10.0.0.0/8 } bypass\n",
  'smtp sub-addr-delim "-"\n',
  "queue ttl 1h\n",
  "word = added.example\n",
];

const words: readonly string[] = ["added", "any", "local", "<added>", "example.org", '"added.example"', "!", "$word"];

interface Place {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): readonly Place[] {
  const lines: Place[] = [];
  for (let start = 0; start < text.length; start = (lines.at(-1) as Place).end) {
    const newline = text.indexOf("\n", start);
    lines.push({ start, end: newline < 0 ? text.length : newline + 1 });
  }
  return lines.length > 0 ? lines : [{ start: 0, end: 0 }];
}

/** The words of a text that are not in comments. */
function wordsOf(text: string): readonly Place[] {
  return Array.from(text.replace(/#.*/g, (note) => " ".repeat(note.length)).matchAll(/[\w.@/-]+/g), (match) => {
    return { start: match.index, end: match.index + match[0].length };
  });
}

type MakeChange = (random: Random, text: string) => TextChange;

const changeWord: MakeChange = (random, text) => {
  const all = wordsOf(text);
  if (all.length === 0) return { start: 0, end: 0, text: "# note\n" };
  const { start, end } = pick(random, all);
  if (chance(random, 0.5)) return { start: end, end, text: pick(random, ["x", "1"]) };
  const other = pick(random, all);
  return { start, end, text: chance(random, 0.3) ? pick(random, words) : text.slice(other.start, other.end) };
};

const makers: readonly (readonly [weight: number, make: MakeChange])[] = [
  [5, (random, text) => ({ ...at(pick(random, linesOf(text)).start), text: pick(random, insertions) })],
  [3, (random, text) => ({ ...pick(random, linesOf(text)), text: "" })],
  [2, (random, text) => ({ ...at(pick(random, linesOf(text)).start), text: lineIn(random, text) })],
  [4, changeWord],
  [2, (random, text) => ({ ...at(integer(random, 0, text.length)), text: pick(random, [" ", "x", '"', "#", "\n"]) })],
  [1, (random, text) => ({ ...at(Math.max(0, pick(random, linesOf(text)).end - 1)), text: " # note" })],
];

function at(place: number): Place {
  return { start: place, end: place };
}

function lineIn(random: Random, text: string): string {
  const { start, end } = pick(random, linesOf(text));
  return text.slice(start, end);
}

/** A change such as people make: most of them leave a configuration that smtpd takes. */
export function makeWholeChange(random: Random, text: string): TextChange {
  return pickWeighted(random, makers)(random, text);
}

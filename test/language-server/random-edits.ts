import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { chance, integer, pick, type Random } from "../conformance/random.ts";

/** What somebody types, pastes or breaks: also line ends of all kinds, tabs, and characters of two units. */
const pieces = [
  "match from any for domain example.org action a\n",
  "match ",
  'action "b" relay host smtp://mx.example.org\n',
  "listen on lo port 587 tls-require auth\n",
  "table t { a, b = c }\n",
  'x = "y z"\n',
  "$x",
  "<t>",
  '"',
  "'",
  "{",
  "}",
  ",",
  "\\\n",
  "\\",
  "#",
  "# smtpd-lint-disable-next-line unused-table\n",
  "\n",
  "\r\n",
  "\n\n",
  "\t",
  " ",
  "!",
  "é",
  "€",
  "𐍈",
  "👩‍👩‍👧",
  "\u0000",
  "\ufeff",
  "%{dest.user:lowercase}",
  'regex "^a(b|c)+$"',
  'include "/etc/mail/none.conf"\n',
  "for local",
  "reject",
];

/** One change at a random place: something comes, goes, or is replaced. Most changes are small, as those of people are. */
export function randomChange(random: Random, document: TextDocument): TextDocumentContentChangeEvent {
  const text = document.getText();
  if (chance(random, 0.01)) return { text: text.slice(0, integer(random, 0, text.length)) };
  const start = characterStart(text, integer(random, 0, text.length));
  const length = chance(random, 0.5) ? 0 : chance(random, 0.9) ? integer(random, 1, 12) : integer(random, 1, 400);
  const end = characterStart(text, Math.min(text.length, start + length));
  const put = length > 0 && chance(random, 0.5) ? "" : madeText(random, text);
  return { range: rangeOf(document, start, end), text: put };
}

function madeText(random: Random, text: string): string {
  if (chance(random, 0.3)) return pick(random, [..."abcdefgh \n"]);
  if (chance(random, 0.8)) return pick(random, pieces);
  const start = characterStart(text, integer(random, 0, text.length));
  return text.slice(start, characterStart(text, Math.min(text.length, start + integer(random, 1, 200))));
}

/** The start of the character that an offset lies in: editors do not cut one in two. */
function characterStart(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  const isBehindReturn = text[offset] === "\n" && text[offset - 1] === "\r";
  return (isLow || isBehindReturn) && offset > 0 ? offset - 1 : offset;
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(Math.min(start, end)), end: document.positionAt(Math.max(start, end)) };
}

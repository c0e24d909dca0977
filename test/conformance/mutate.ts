import { knownWords } from "./generator/keywords.ts";
import { loopbackNames } from "./generator/listeners.ts";
import { chance, integer, pick, pickWeighted, type Random } from "./random.ts";

type Tokens = readonly string[];
type ChangeTokens = (random: Random, tokens: Tokens, at: number) => Tokens;
type ChangeText = (random: Random, text: string) => string;

const tokenShape = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#[^\n]*|\\\n|\n|[ \t]+|[A-Za-z0-9:_][^\s(){}<>!=#,\\"']*|./gs;

const odd: readonly string[] = [
  "\0",
  "\u0001",
  "\u0002",
  "\r",
  "\u000b",
  "\f",
  "\u00e9",
  "\u00ff",
  "\u00a0",
  "\u0080",
  "\u007f",
  "\u00ef\u00bb\u00bf",
  "\u001b",
];
const punctuation: readonly string[] = [
  "{",
  "}",
  "<",
  ">",
  "!",
  ",",
  "=",
  "=>",
  "#",
  '"',
  "'",
  "\\",
  "$",
  ";",
  "(",
  "-",
  "/",
  "*",
  ".",
  "\n",
  " ",
  "\\\n",
  "@",
  "|",
  "`",
];
const values: readonly string[] = [
  "5",
  "-1",
  "0",
  "99999999999999999999",
  '"x"',
  "''",
  "x",
  "4d",
  "1w",
  "35M",
  "<t>",
  "{ a }",
  "{ a = b }",
  "{ a, b }",
  '"',
  "$x",
  "$m1",
  "10.0.0.0/8",
  "[::1]",
  '"a\\"b"',
  "localhost",
];

function without(tokens: Tokens, at: number): Tokens {
  return [...tokens.slice(0, at), ...tokens.slice(at + 1)];
}

function put(tokens: Tokens, at: number, ...added: string[]): Tokens {
  return [...tokens.slice(0, at), ...added, ...tokens.slice(at)];
}

function replaced(tokens: Tokens, at: number, token: string): Tokens {
  return [...tokens.slice(0, at), token, ...tokens.slice(at + 1)];
}

function swapped(tokens: Tokens, at: number, other: number): Tokens {
  return replaced(replaced(tokens, at, tokens[other] ?? ""), other, tokens[at] ?? "");
}

const tokenChanges: readonly ChangeTokens[] = [
  (_, tokens, at) => without(tokens, at),
  (_, tokens, at) => without(tokens, at),
  (_, tokens, at) => put(tokens, at, tokens[at] ?? "", " "),
  (_, tokens, at) => swapped(tokens, at, Math.min(at + 2, tokens.length - 1)),
  (random, tokens, at) => swapped(tokens, at, integer(random, 0, tokens.length - 1)),
  (random, tokens, at) => put(tokens, at, pick(random, knownWords), " "),
  (random, tokens, at) => put(tokens, at, pick(random, values), " "),
  (random, tokens, at) => put(tokens, at, pick(random, punctuation)),
  (random, tokens, at) => replaced(tokens, at, pick(random, knownWords)),
  (random, tokens, at) => replaced(tokens, at, pick(random, values)),
  (random, tokens, at) => replaced(tokens, at, pick(random, punctuation)),
  (random, tokens, at) => replaced(tokens, at, pick(random, tokens)),
  (random, tokens, at) => put(tokens, at, pick(random, tokens), " "),
  (_, tokens, at) => replaced(tokens, at, requoted(tokens[at] ?? "")),
  (random, tokens, at) => replaced(tokens, at, otherCase(random, tokens[at] ?? "")),
  (_, tokens, at) => replaced(put(tokens, 0, `mm = '${(tokens[at] ?? "").replaceAll("'", '"')}'\n`), at + 1, "$mm"),
];

function requoted(token: string): string {
  const inner = /^(["'])(.*)\1$/s.exec(token)?.[2];
  return inner ?? `"${token}"`;
}

function otherCase(random: Random, token: string): string {
  return chance(random, 0.5) ? token.toUpperCase() : token.charAt(0).toUpperCase() + token.slice(1);
}

const lineChanges: readonly ((random: Random, lines: readonly string[], at: number) => readonly string[])[] = [
  (_, lines, at) => without(lines, at),
  (_, lines, at) => put(lines, at, lines[at] ?? ""),
  (random, lines, at) => swapped(lines, at, integer(random, 0, lines.length - 1)),
  (_, lines, at) => [...lines.slice(0, at), `${lines[at] ?? ""} ${lines[at + 1] ?? ""}`, ...lines.slice(at + 2)],
  (random, lines, at) => replaced(lines, at, spliced(random, lines[at] ?? "", pick(random, lines))),
  (random, lines, at) =>
    replaced(lines, at, (lines[at] ?? "") + pick(random, ["\\", " \\", "\r", " #", " # \\", "\0", " \\ ", ",", "{"])),
  (_, lines, at) => replaced(lines, at, `#${lines[at] ?? ""}`),
];

function spliced(random: Random, first: string, second: string): string {
  return first.slice(0, integer(random, 0, first.length)) + second.slice(integer(random, 0, second.length));
}

const characterChanges: readonly ((random: Random, text: string, at: number) => string)[] = [
  (_, text, at) => text.slice(0, at) + text.slice(at + 1),
  (_, text, at) => text.slice(0, at) + text.charAt(at) + text.slice(at),
  (random, text, at) => text.slice(0, at) + pick(random, punctuation) + text.slice(at),
  (random, text, at) => text.slice(0, at) + pick(random, odd) + text.slice(at),
  (random, text, at) => text.slice(0, at) + String.fromCharCode(integer(random, 32, 126)) + text.slice(at + 1),
  (random, text, at) => text.slice(0, at) + String.fromCharCode(integer(random, 0, 255)) + text.slice(at + 1),
];

const textChanges: readonly (readonly [weight: number, change: ChangeText])[] = [
  [12, changeToken],
  [4, changeLine],
  [5, changeCharacter],
  [0.4, (random, text) => text.slice(0, integer(random, 0, text.length))],
  [0.2, (random, text) => pick(random, odd) + text],
  [0.1, (_, text) => text.replaceAll("\n", "\r\n")],
];

function changeToken(random: Random, text: string): string {
  const tokens = text.match(tokenShape) ?? [text];
  const at = integer(random, 0, tokens.length - 1);
  // Blanks make up half of the tokens and are the least interesting ones.
  const better = /^[ \t]+$/.test(tokens[at] ?? "") && chance(random, 0.8) ? Math.min(at + 1, tokens.length - 1) : at;
  return pick(random, tokenChanges)(random, tokens, better).join("");
}

function changeLine(random: Random, text: string): string {
  const lines = text.split("\n");
  return pick(random, lineChanges)(random, lines, integer(random, 0, lines.length - 1)).join("\n");
}

function changeCharacter(random: Random, text: string): string {
  return pick(random, characterChanges)(random, text, integer(random, 0, text.length));
}

// The name of an interface that the machine may have or not, and for which smtpd asks the resolver.
const listenTarget = /\bon(?:[ \t]|\\\n)+["']?([^\s"'{}<>!=#,]+)/g;

function namesForeignInterface(text: string): boolean {
  const known = [...loopbackNames, "socket"];
  return [...text.matchAll(listenTarget)].some(([, name]) => !known.includes(name ?? "") && !name?.startsWith("$"));
}

/**
 * The configuration with one to three small changes of its tokens, lines or characters; one character is one byte. The
 * same random numbers give the same changes. Changes that name another interface are avoided, as far as that is seen.
 */
export function mutate(random: Random, text: string): string {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const changed = changedText(random, text);
    if (changed !== text && (namesForeignInterface(text) || !namesForeignInterface(changed))) return changed;
  }
  return text;
}

function changedText(random: Random, text: string): string {
  let changed = text;
  for (let count = pick(random, [1, 1, 1, 1, 1, 2, 3]); count > 0; count -= 1)
    changed = pickWeighted(random, textChanges)(random, changed);
  return changed;
}

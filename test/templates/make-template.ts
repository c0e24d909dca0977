import type { Line } from "../../packages/smtpd-conf/src/parser/ast/nodes.ts";
import type { Token } from "../../packages/smtpd-conf/src/parser/lexer/token.ts";
import { parseConfiguration } from "../../packages/smtpd-conf/src/parser/parse-configuration.ts";
import { chance, integer, pick, type Random } from "../conformance/random.ts";

/** A part of a line: text, or a hole with what stood there. A `part` is put out or not, on its line. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly name: string; readonly original: string }
  | { readonly kind: "part"; readonly name: string; readonly text: string };

/** Lines of a template. `statement` is a hole that stands for the lines that were there. */
export type Row =
  | { readonly kind: "line"; readonly pieces: readonly Piece[] }
  | { readonly kind: "statement"; readonly name: string; readonly original: readonly string[] }
  | {
      readonly kind: "block";
      readonly sort: "if" | "for";
      readonly name: string;
      readonly branches: readonly (readonly Row[])[];
    };

/** Which share of the words and statements of a configuration becomes part of a template. */
interface Shares {
  readonly words: number;
  readonly statements: number;
  readonly blocks: number;
}

interface Making {
  readonly random: Random;
  readonly shares: Shares;
  count: number;
}

/** Makes a Jinja template of a configuration: words become values, statements get conditions. */
export function makeTemplate(text: string, random: Random): readonly Row[] {
  const words = pick(random, [0, 0.03, 0.08, 0.2]);
  const statements = pick(random, [0, 0, 0, 0.06]);
  const shares = { words, statements, blocks: pick(random, [0, 0.1, 0.3]) };
  const making: Making = { random, shares, count: 0 };
  return inBlocks(statementRows(text, making), making);
}

/** The rows of each statement, and of what stands between two. */
function statementRows(text: string, making: Making): readonly (readonly Row[])[] {
  const { lines } = parseConfiguration({ path: "smtpd.conf", text });
  const groups: (readonly Row[])[] = [];
  let position = 0;
  for (const line of lines) {
    const start = Math.max(position, text.lastIndexOf("\n", line.start - 1) + 1);
    const newline = text.indexOf("\n", Math.max(line.end - 1, line.start));
    const end = newline < 0 ? text.length : newline;
    if (line.start < position) continue;
    if (start > position) groups.push(plainRows(text.slice(position, start - 1)));
    groups.push(rowsOf(text, line, start, end, making));
    position = end + 1;
  }
  if (position < text.length) groups.push(plainRows(text.slice(position).replace(/\n$/, "")));
  return groups;
}

function plainRows(text: string): readonly Row[] {
  return text.split("\n").map((line) => ({ kind: "line", pieces: [{ kind: "text", text: line }] }));
}

function rowsOf(text: string, line: Line, start: number, end: number, making: Making): readonly Row[] {
  const written = text.slice(start, end);
  if (chance(making.random, making.shares.statements) && !written.endsWith("\\")) {
    return [{ kind: "statement", name: nameIn(making, "s"), original: written.split("\n") }];
  }
  const pieces: Piece[] = [];
  let position = start;
  for (const token of line.tokens) {
    if (token.start < position || token.end > end || !chance(making.random, making.shares.words)) continue;
    const piece = pieceFrom(token, text, making);
    if (piece === undefined) continue;
    pieces.push({ kind: "text", text: text.slice(position, piece.from) }, piece.piece);
    position = piece.to;
  }
  pieces.push({ kind: "text", text: text.slice(position, end) });
  return intoLines(pieces);
}

/** A token, what is in its quotes, or a part of it. */
function pieceFrom(token: Token, text: string, making: Making): { piece: Piece; from: number; to: number } | undefined {
  const inner = token.quoted && token.end - token.start > 2 ? 1 : 0;
  const from = token.start + inner;
  const to = token.end - inner;
  const written = text.slice(from, to);
  if (!/^[\w.:/@%+-]+$/.test(written) || token.origin !== undefined || text.charAt(from - 1) === "{") return undefined;
  if (token.kind === "Keyword" && chance(making.random, 0.5)) {
    return { piece: { kind: "part", name: nameIn(making, "c"), text: written }, from, to };
  }
  if (token.kind !== "String" && token.kind !== "Number" && token.kind !== "Keyword") return undefined;
  const cut = to - from > 3 && chance(making.random, 0.3) ? integer(making.random, 1, to - from - 1) : 0;
  const first = chance(making.random, 0.5);
  const range = cut === 0 ? { from, to } : first ? { from, to: from + cut } : { from: from + cut, to };
  const original = text.slice(range.from, range.to);
  return { piece: { kind: "value", name: nameIn(making, "v"), original }, ...range };
}

/** Now and then a name a second time. */
function nameIn(making: Making, letter: string): string {
  const again = making.count > 0 && chance(making.random, 0.1);
  return `${letter}${again ? integer(making.random, 1, making.count) : ++making.count}`;
}

function intoLines(pieces: readonly Piece[]): readonly Row[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== "text") {
      lines.at(-1)?.push(piece);
      continue;
    }
    for (const [index, text] of piece.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ kind: "text", text });
    }
  }
  return lines.map((line) => ({ kind: "line", pieces: line }));
}

/** Puts conditions and loops around statements. */
function inBlocks(groups: readonly (readonly Row[])[], making: Making): readonly Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < groups.length; index++) {
    if (!chance(making.random, making.shares.blocks)) {
      rows.push(...(groups[index] ?? []));
      continue;
    }
    const branches = [groups[index] ?? []];
    while (branches.length < 2 && index + 1 < groups.length && chance(making.random, 0.3)) {
      branches.push(groups[++index] ?? []);
    }
    const sort = branches.length === 1 && chance(making.random, 0.3) ? "for" : "if";
    rows.push({ kind: "block", sort, name: nameIn(making, "c"), branches });
  }
  return rows;
}

/** The text of a template; a line of it for each that `lineNumbers` of a filling can name. */
export function printTemplate(rows: readonly Row[]): string {
  return `${rows.flatMap(linesOf).join("\n")}\n`;
}

export function linesOf(row: Row): readonly string[] {
  if (row.kind === "line") return [row.pieces.map(printPiece).join("")];
  if (row.kind === "statement") return [`{{ ${row.name} }}`];
  const opening = row.sort === "if" ? `{% if ${row.name} %}` : `{% for x in ${row.name} %}`;
  const branches = row.branches.flatMap((branch, index) => {
    const inside = branch.flatMap(linesOf);
    return index === 0 ? inside : ["{% else %}", ...inside];
  });
  return [opening, ...branches, row.sort === "if" ? "{% endif %}" : "{% endfor %}"];
}

function printPiece(piece: Piece): string {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "value") return `{{ ${piece.name} }}`;
  return `{% if ${piece.name} %}${piece.text}{% endif %}`;
}

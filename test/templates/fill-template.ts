import { chance, integer, pick, type Random } from "../conformance/random.ts";
import { linesOf, type Piece, type Row } from "./make-template.ts";

/** A filled template: its lines, and for each the number of the line of the template that it comes from (from 1). */
export interface Filled {
  readonly text: string;
  readonly lineNumbers: readonly number[];
}

interface Filling {
  readonly random: Random;
  /** What values can be besides what stood there. */
  readonly words: readonly string[];
  readonly statements: readonly (readonly string[])[];
  /** Whether the lines of tags go, as Ansible has it. */
  readonly trims: boolean;
  readonly values: Map<string, string>;
  readonly lines: { readonly text: string; readonly number: number }[];
}

const sensible = [
  "25",
  "587",
  "lo0",
  "127.0.0.1",
  "mx.example.org",
  "4d",
  "100M",
  "mail",
  "any",
  "yes",
  "/etc/mail/x",
  "10",
];

/** Fills in a template: each name with one word, each condition met or not. Equal names get equal values. */
export function fillTemplate(
  rows: readonly Row[],
  random: Random,
  words: readonly string[],
  statements: readonly (readonly string[])[],
): Filled {
  const filling: Filling = { random, words, statements, trims: chance(random, 0.7), values: new Map(), lines: [] };
  fillRows(rows, 1, filling);
  return {
    text: filling.lines.map(({ text }) => `${text}\n`).join(""),
    lineNumbers: filling.lines.map(({ number }) => number),
  };
}

function fillRows(rows: readonly Row[], first: number, filling: Filling): void {
  let number = first;
  for (const row of rows) {
    fillRow(row, number, filling);
    number += linesOf(row).length;
  }
}

function fillRow(row: Row, number: number, filling: Filling): void {
  const { lines, random } = filling;
  if (row.kind === "line") lines.push({ text: row.pieces.map((piece) => pieceText(piece, filling)).join(""), number });
  else if (row.kind === "statement") {
    const replaced = chance(random, 0.4) ? pick(random, [...filling.statements, []]) : row.original;
    for (const text of replaced) lines.push({ text, number });
  } else fillBlock(row, number, filling);
}

function fillBlock({ sort, branches }: Extract<Row, { kind: "block" }>, number: number, filling: Filling): void {
  const starts = branches.map((_, index) =>
    branches.slice(0, index).reduce((line, branch) => line + 1 + branch.flatMap(linesOf).length, number + 1),
  );
  const mark = (line: number) => {
    if (!filling.trims) filling.lines.push({ text: "", number: line });
  };
  mark(number);
  if (sort === "for") {
    const rounds = integer(filling.random, 0, 2);
    for (let round = 0; round < rounds; round++) fillRows(branches[0] ?? [], starts[0] ?? 0, filling);
  } else {
    const taken = integer(filling.random, 0, branches.length === 1 ? 1 : branches.length - 1);
    fillRows(branches[taken] ?? [], starts[taken] ?? 0, filling);
  }
  mark(number);
}

function pieceText(piece: Piece, { random, words, values }: Filling): string {
  if (piece.kind === "text") return piece.text;
  const known = values.get(piece.name);
  if (piece.kind === "part") {
    const taken = known ?? (chance(random, 0.6) ? "yes" : "");
    values.set(piece.name, taken);
    return taken === "" ? "" : piece.text;
  }
  const value = known ?? pick(random, [piece.original, piece.original, pick(random, words), pick(random, sensible)]);
  values.set(piece.name, value);
  return value;
}

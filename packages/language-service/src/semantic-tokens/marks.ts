import type { Diagnostic } from "smtpd-conf";
import { DiagnosticTag } from "vscode-languageserver-types";
import { tagsOf } from "../diagnostics.ts";
import type { Snapshot } from "../snapshot.ts";
import { standsInDocument } from "../stands-in.ts";
import { modifierBit, type Role } from "./legend.ts";
import type { Piece } from "./pieces-of-line.ts";

/** What is to be said of a place besides what the tree says. Offsets of the document. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The modifiers to add. */
  readonly role: Role;
  /** The whole statement is meant that the place is in. */
  readonly wholeLine: boolean;
}

const [unresolved, unused, unreachable, deprecated] = [
  modifierBit("unresolved"),
  modifierBit("unused"),
  modifierBit("unreachable"),
  modifierBit("deprecated"),
];

/** Names that stand for nothing, and what the findings call dead or old, by their places. Looks for nothing. */
export function marksOf(snapshot: Snapshot): readonly Mark[] {
  const names = unresolvedNames(snapshot);
  const findings = snapshot.known.flatMap((finding) => markOf(finding, snapshot) ?? []);
  if (names.length === 0) return findings;
  return [...names, ...findings].sort((a, b) => a.start - b.start);
}

function unresolvedNames({ model, source }: Snapshot): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { state, word } of model.references) {
    if (state === "known" || state === "unchecked" || word.source !== source) continue;
    marks.push({ start: word.start, end: word.end, role: unresolved, wholeLine: false });
  }
  return marks;
}

function markOf({ code, span }: Diagnostic, snapshot: Snapshot): Mark | undefined {
  if (!standsInDocument(snapshot, span)) return undefined;
  const tags = tagsOf(code);
  if (tags === undefined) return undefined;
  const { start, end } = span;
  const wholeLine = code === "unreachable-match" || code === "redundant-match";
  if (wholeLine) return { start, end, role: unreachable, wholeLine };
  return { start, end, role: tags.includes(DiagnosticTag.Deprecated) ? deprecated : unused, wholeLine };
}

/** The marks of one statement: they begin in it. */
export interface LineMarks {
  readonly marks: readonly Mark[];
  /** Tells them apart from those of the same statement at another time, wherever it stood then. Empty for none. */
  readonly signature: string;
}

const noMarks: LineMarks = { marks: [], signature: "" };

/** Gives the marks of statements that are asked for in the order of the text. */
export function marksByLine(marks: readonly Mark[]): (start: number, end: number) => LineMarks {
  let next = 0;
  return (start, end) => {
    while (next < marks.length && (marks[next] as Mark).start < start) next++;
    const first = next;
    while (next < marks.length && (marks[next] as Mark).start < end) next++;
    if (first === next) return noMarks;
    const found = marks.slice(first, next);
    const signature = found.map((mark) => `${mark.start - start} ${mark.end - start} ${mark.role}`).join();
    return { marks: found, signature };
  };
}

/** Adds what marks say to pieces, both in the order of the text. A piece that is only partly meant is divided. */
export function withMarks(pieces: readonly Piece[], marks: readonly Mark[]): readonly Piece[] {
  const ofLine = marks.filter(({ wholeLine }) => wholeLine).reduce((role, mark) => role | mark.role, 0);
  const left = marks.filter(({ wholeLine }) => !wholeLine);
  let next = 0;
  let near: readonly Mark[] = [];
  return pieces.flatMap(({ start, end, role }) => {
    const first = next;
    while (next < left.length && (left[next] as Mark).start < end) next++;
    near = [...near, ...left.slice(first, next)].filter((mark) => mark.end > start);
    const whole: Piece = { start, end, role: role | ofLine };
    return near.reduce<Piece[]>((parts, mark) => parts.flatMap((part) => withMark(part, mark)), [whole]);
  });
}

function withMark(piece: Piece, mark: Mark): Piece[] {
  const { start, end, role } = piece;
  const [from, to] = [Math.max(start, mark.start), Math.min(end, mark.end)];
  if (from >= to) return [piece];
  const parts = [
    { start, end: from, role },
    { start: from, end: to, role: role | mark.role },
    { start: to, end, role },
  ];
  return parts.filter((part) => part.start < part.end);
}

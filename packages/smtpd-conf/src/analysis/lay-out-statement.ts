import { isAtLeast, type Release } from "../language/releases.ts";
import type { Piece } from "./statement-pieces.ts";

/** Columns that a line may take before it is broken. */
export const mostColumns = 100;

/** A statement as lines: one where it fits, else one for each piece, and of a long list one for each entry. */
export function layOutStatement(pieces: readonly Piece[], target: Release): readonly string[] {
  const flat = pieces.map(flatText);
  if (flat.join(" ").length <= mostColumns) return [flat.join(" ")];
  const broken = pieces.flatMap((piece, index) => {
    const lines = breakList(piece, target);
    const indent = index === 0 ? "" : "\t";
    return index === pieces.length - 1 ? [`${indent}${lines}`] : [`${indent}${lines} \\`];
  });
  return joinShort(broken);
}

export function flatText(piece: Piece): string {
  return typeof piece === "string" ? piece : `${piece.before} ${piece.entries.join(", ")} ${piece.behind}`;
}

/** Up to 7.4 a line may end between two entries and nowhere else. */
function breakList(piece: Piece, target: Release): string {
  const flat = flatText(piece);
  if (typeof piece === "string" || flat.length <= mostColumns) return flat;
  const entries = piece.entries.join("\n\t");
  return isAtLeast(target, "7.5")
    ? `${piece.before}\n\t${entries}\n${piece.behind}`
    : `${piece.before} ${entries} ${piece.behind}`;
}

/** Puts pieces on one line again as far as they fit. */
function joinShort(broken: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of broken) {
    const last = lines.at(-1);
    const joined = last?.endsWith(" \\") ? `${last.slice(0, -1)}${text.trimStart()}` : undefined;
    if (joined !== undefined && joined.length <= mostColumns && !joined.includes("\n"))
      lines[lines.length - 1] = joined;
    else lines.push(text);
  }
  return lines;
}

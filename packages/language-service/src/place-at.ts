import { type Line, type Node, nodesAt, type Token } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** What stands at an offset of the document. */
export interface Place {
  readonly line: Line;
  /** The nodes around the offset, outermost first: the line, what of it is there, and so on down to the smallest. */
  readonly path: readonly Node[];
  /** The token at the offset, whether it is a part of the tree or not; undefined on a blank. */
  readonly token: Token | undefined;
  /** Its place in the tokens of the line; -1 on a blank. */
  readonly index: number;
}

/** What stands at an offset; undefined outside statements. Of two things that meet there it is the later one. */
export function placeAt(snapshot: Snapshot, offset: number): Place | undefined {
  const line = lineAt(snapshot, offset);
  if (line === undefined) return undefined;
  const index = line.tokens.findLastIndex(({ source, start, end }) => {
    return source === line.source && start <= offset && offset <= end;
  });
  return { line, path: nodesAt(line, offset), token: line.tokens[index], index };
}

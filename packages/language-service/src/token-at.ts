import type { Token } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The tokens of a statement that a cursor touches, in the order of the text: none between tokens, two where they meet.
 * A token out of a macro stands where its `$name` stands, so several may share a place.
 */
export function tokensAt(snapshot: Snapshot, offset: number): readonly Token[] {
  const tokens = lineAt(snapshot, offset)?.tokens ?? [];
  return tokens.filter(
    (token) => token.source === snapshot.source && token.start <= offset && offset <= token.end && isVisible(token),
  );
}

/** A newline is nothing that a cursor could stand on. */
function isVisible({ kind }: Token): boolean {
  return kind !== "Newline";
}

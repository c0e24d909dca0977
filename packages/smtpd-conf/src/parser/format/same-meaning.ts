import type { Line } from "../ast/nodes.ts";
import type { Configuration } from "../configuration.ts";
import type { Token } from "../lexer/token.ts";
import { textOf } from "../source.ts";
import { hasLateNewline } from "./statement-shape.ts";

/**
 * The first statement that smtpd would read differently in another text of the same configuration, or `"other"` where
 * something else than a statement differs; undefined where both mean the same, and have the same comments.
 */
export function firstDifference(
  before: Configuration,
  after: Configuration,
  plainNewlines: boolean,
): Line | "other" | undefined {
  for (const [index, line] of before.lines.entries()) {
    const other = after.lines[index];
    if (other === undefined || !isSameLine(line, other, plainNewlines)) return line;
  }
  const isSame =
    before.lines.length === after.lines.length &&
    before.lexicalErrors.length === after.lexicalErrors.length &&
    commentsOf(before) === commentsOf(after);
  return isSame ? undefined : "other";
}

function isSameLine(before: Line, after: Line, plainNewlines: boolean): boolean {
  if (before.kind !== after.kind || !haveSameTokens(before, after)) return false;
  if (plainNewlines || before.kind === "BrokenStatement" || after.kind === "BrokenStatement") return true;
  return hasLateNewline(before) || !hasLateNewline(after);
}

/** Whether the parser was given the same, without the newlines in braces, which divide entries as blanks do. */
function haveSameTokens(before: Line, after: Line): boolean {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  return one.length === other.length && one.every((token, index) => isSameToken(token, other[index] as Token));
}

function wordsOf({ tokens }: Line): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== "Newline");
}

function isSameToken(before: Token, after: Token): boolean {
  return before.kind === after.kind && before.value === after.value && before.quoted === after.quoted;
}

function commentsOf({ comments }: Configuration): string {
  return comments.map((comment) => textOf(comment).trimEnd()).join("\n");
}

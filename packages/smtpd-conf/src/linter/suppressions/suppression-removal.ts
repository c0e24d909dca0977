import type { Span } from "../../parser/source.ts";
import type { Edit } from "../diagnostic.ts";
import type { NamedCode, SuppressionComment } from "./suppression.ts";

/**
 * The edit that takes a code out of a comment for smtpd-lint: the whole comment, with the line that it has for itself,
 * where no code is given or no other is named. Undefined where the comment is only a part of a longer one.
 */
export function suppressionRemoval(comment: SuppressionComment, code: NamedCode | undefined): Edit | undefined {
  const { codes, span, host } = comment;
  if (code !== undefined && codes.length > 1) return { span: code.withComma, text: "" };
  if (span.start !== host.start || span.end !== host.end) return undefined;
  return { span: withItsLine(host), text: "" };
}

/** A comment with its whole line, or with the blanks before it. What a backslash joins stays as it is. */
function withItsLine({ source, start, end }: Span): Span {
  const { text } = source;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start).trimEnd();
  if (before.endsWith("\\")) return { source, start, end };
  if (before !== "" || text.charAt(lineStart - 2) === "\\") return { source, start: lineStart + before.length, end };
  return { source, start: lineStart, end: Math.min(end + 1, text.length) };
}

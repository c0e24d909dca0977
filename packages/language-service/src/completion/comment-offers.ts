import { rules, rulesOnSuppressions, suppressionWords } from "smtpd-conf";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { rangeBetween } from "../to-lsp.ts";
import type { CommentCursor } from "./cursor.ts";

type Word = (typeof suppressionWords)[number];

const meanings: Readonly<Record<Word, string>> = {
  "disable-next-line": "silences rules for the statement below",
  "disable-line": "silences rules for this line",
  disable: "silences rules from here on",
  enable: "ends a disable",
  "disable-file": "silences rules in the whole file",
};

/**
 * What can be written in a comment that is, or may become, one for smtpd-lint: the words, then the codes of rules, those
 * that have findings in the file first. In other comments it is nothing, nor where only a `trigger` was typed: most
 * comments are prose.
 */
export function commentItems(snapshot: Snapshot, cursor: CommentCursor, trigger?: string): CompletionItem[] {
  const text = snapshot.source.text.slice(cursor.start, cursor.offset);
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const codes =
    /^[ \t]*#+[ \t]*smtpd-lint[ \t]*:[ \t]*(disable-next-line|disable-line|disable-file|disable|enable)[ \t]+([^\n]*)$/.exec(
      line,
    );
  if (codes !== null) return codeItems(snapshot, cursor, codes[1] as Word, codes[2] ?? "");
  const [, typed] = /^[ \t]*#+[ \t]*(smtpd-lint[ \t]*:[ \t]*[\w-]*|[\w-]*)$/.exec(line) ?? [];
  if (typed === undefined || !isBeginning(typed) || (typed === "" && trigger !== undefined)) return [];
  return wordItems(snapshot, cursor, typed.length);
}

/** Whether `smtpd-lint: …` may become of this. */
function isBeginning(typed: string): boolean {
  return (
    typed.includes(":") || "smtpd-lint".startsWith(typed) || suppressionWords.some((word) => word.startsWith(typed))
  );
}

function wordItems(snapshot: Snapshot, { offset }: CommentCursor, length: number): CompletionItem[] {
  const rest = /^[\w-]*/.exec(snapshot.source.text.slice(offset, offset + 40))?.[0].length ?? 0;
  const range = rangeBetween(snapshot.document, offset - length, offset + rest);
  const gap = length === 0 && snapshot.source.text.charAt(offset - 1) === "#" ? " " : "";
  return suppressionWords.map((word, index) => ({
    label: `smtpd-lint: ${word}`,
    kind: CompletionItemKind.Keyword,
    detail: meanings[word],
    sortText: `0000${index}`,
    textEdit: { range, newText: `${gap}smtpd-lint: ${word}` },
  }));
}

/** The codes that the comment does not name yet; none behind `--`, where the reason is written. */
function codeItems(snapshot: Snapshot, { offset }: CommentCursor, word: Word, typed: string): CompletionItem[] {
  if (/(^|\s)--/.test(typed)) return [];
  const given = new Set(typed.split(/[\s,]+/).slice(0, -1));
  const last = /[^\s,]*$/.exec(typed)?.[0] ?? "";
  const rest = /^[\w-]*/.exec(snapshot.source.text.slice(offset, offset + 80))?.[0].length ?? 0;
  const range = rangeBetween(snapshot.document, offset - last.length, offset + rest);
  const found = codesFound(snapshot, offset, word);
  return rules
    .filter(({ code }) => !given.has(code) && (word === "disable-file" || !rulesOnSuppressions.has(code)))
    .map(({ code, summary }) => ({
      label: code,
      kind: CompletionItemKind.Value,
      detail: summary,
      ...(found.has(code) && { labelDetails: { description: "found here" } }),
      sortText: `${found.has(code) ? 0 : 1}${code}`,
      textEdit: { range, newText: code },
      data: { of: "rule", name: code },
    }));
}

/** The codes of the findings that such a comment could silence. */
function codesFound({ result, source }: Snapshot, offset: number, word: Word): ReadonlySet<string> {
  const silenced = result.suppressed.map(({ diagnostic }) => diagnostic);
  const findings = [...result.diagnostics, ...silenced].filter((finding) => finding.span.source === source);
  if (word !== "disable-next-line" && word !== "disable-line") {
    const behind = word === "disable" ? findings.filter(({ span }) => span.start > offset) : findings;
    return new Set(behind.map(({ code }) => code));
  }
  const start = word === "disable-line" ? source.text.lastIndexOf("\n", offset - 1) + 1 : offset;
  const next = findings.filter(({ span }) => span.start >= start);
  const first = Math.min(...next.map(({ span }) => span.start));
  const end = source.text.indexOf("\n", word === "disable-line" ? offset : first);
  return new Set(next.filter(({ span }) => end < 0 || span.start < end).map(({ code }) => code));
}

import { expect } from "vitest";
import { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import { formatText } from "../../packages/smtpd-conf/src/parser/format/format-text.ts";
import { parseConfiguration } from "../../packages/smtpd-conf/src/parser/parse-configuration.ts";
import type { ParseInput } from "../../packages/smtpd-conf/src/parser/parse-input.ts";
import { textOf } from "../../packages/smtpd-conf/src/parser/source.ts";

/** How many texts there were, how many of them formatting changes, and how many statements it leaves alone. */
export interface Tally {
  texts: number;
  changed: number;
  unformattable: number;
  statements: number;
  refused: number;
  left: number;
}

export function emptyTally(): Tally {
  return { texts: 0, changed: 0, unformattable: 0, statements: 0, refused: 0, left: 0 };
}

/** Formats a text, and expects that its tokens and comments stay the same, and that once is enough. Gives the new text. */
export function expectSameMeaning(input: ParseInput, tally: Tally = emptyTally()): string {
  const formatting = formatText(input);
  tally.texts++;
  if (formatting.kind === "unformattable") {
    tally.unformattable++;
    return input.text;
  }
  const formatted = { ...input, text: formatting.text };
  const before = readingOf(input);
  expect(readingOf(formatted)).toEqual(before);
  const again = formatText(formatted);
  expect(again.kind === "formatted" && again.text).toBe(formatting.text);
  if (formatting.text !== input.text) tally.changed++;
  tally.statements += before.statements.length;
  tally.refused += formatting.left.filter(({ isRefused }) => isRefused).length;
  tally.left += formatting.left.filter(({ isRefused }) => !isRefused).length;
  return formatting.text;
}

/** What is to stay: newlines within braces divide entries as blanks do, and what ends a comment is not to be seen. */
function readingOf(input: ParseInput): {
  readonly statements: readonly string[];
  readonly comments: readonly string[];
} {
  const { lines, comments } = parseConfiguration(input);
  return {
    statements: lines.map(({ kind, tokens }) => {
      const told = tokens.filter((token) => token.kind !== "Newline");
      return JSON.stringify([kind, ...told.map((token) => [token.kind, token.value, token.quoted])]);
    }),
    comments: comments.map((comment) => textOf(comment).trimEnd()),
  };
}

/** Expects the same verdict, and findings of the same kinds. */
export function expectSameFindings(input: ParseInput, formatted: string): void {
  expect(findingsOf({ ...input, text: formatted })).toEqual(findingsOf(input));
}

function findingsOf(input: ParseInput): readonly string[] {
  const { verdict, diagnostics } = lint({ ...input, rules: { preset: "all" } });
  return [verdict, ...[...new Set(diagnostics.map(({ code }) => code))].sort()];
}

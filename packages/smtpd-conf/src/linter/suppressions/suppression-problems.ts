import type { Problem } from "../check.ts";
import type { Edit, Fix } from "../diagnostic.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";
import { type NamedCode, rulesOnSuppressions, type SuppressionComment, suppressionWords } from "./suppression.ts";
import type { SuppressionRanges } from "./suppression-ranges.ts";

/** The codes that there are. */
export interface KnownCodes {
  readonly rules: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
}

/** What is wrong with comments for smtpd-lint: words and codes that do not exist, or that do nothing where they stand. */
export function suppressionProblems(
  comments: readonly SuppressionComment[],
  { strayEnds }: Pick<SuppressionRanges, "strayEnds">,
  known: KnownCodes,
): readonly Problem[] {
  const ends = strayEnds.filter(({ code }) => code === undefined || known.rules.has(code.code));
  return [...comments.flatMap((comment) => problemsIn(comment, known)), ...ends.map(strayEnd)];
}

function problemsIn(comment: SuppressionComment, known: KnownCodes): Problem[] {
  if (!comment.colon) return [missingColon(comment)];
  if (!suppressionWords.some((word) => word === comment.word)) return [wrongWord(comment)];
  const prose = proseIn(comment, known);
  if (prose !== undefined) return [prose];
  return comment.codes.flatMap((code) => problemWith(code, comment, known) ?? []);
}

const name = "smtpd-lint";

function missingColon({ wordSpan, span }: SuppressionComment): Problem {
  const start = span.source.text.indexOf(name, span.start) + name.length;
  return {
    span: { ...span, end: wordSpan.end },
    message: "Without a colon behind smtpd-lint, this is a comment like any other.",
    help: "Write # smtpd-lint: and the word behind it.",
    fixes: [suggestion("Add the colon", { span: { ...span, start, end: wordSpan.start }, text: ": " })],
  };
}

function wrongWord({ word, wordSpan, span }: SuppressionComment): Problem {
  const near = suggestionsFor(word, suppressionWords);
  const [best] = near;
  const words = `The words are ${suppressionWords.slice(0, -1).join(", ")} and ${suppressionWords.at(-1)}.`;
  return {
    span: word === "" ? { ...span, end: wordSpan.end } : wordSpan,
    message: word === "" ? 'Nothing stands behind "smtpd-lint:".' : `"smtpd-lint:" knows no word "${word}".`,
    help: best === undefined ? words : `Did you mean ${eitherOf(near)}?`,
    fixes: best === undefined ? [] : [suggestion(`Write "${best}"`, { span: wordSpan, text: best })],
  };
}

/** Words without commas between them, up to the end, that are no codes: a reason whose hyphens are missing. */
function proseIn({ codes }: SuppressionComment, { rules, checks }: KnownCodes): Problem | undefined {
  const first = codes.findIndex(({ code }) => !rules.has(code) && !checks.has(code));
  const words = first < 0 ? [] : codes.slice(first);
  const [start, end] = [words[0]?.span, words.at(-1)?.span];
  if (start === undefined || end === undefined || words.length < 2) return undefined;
  const span = { ...start, end: end.end };
  const text = span.source.text.slice(span.start, span.end);
  if (text.includes(",") || words.some(({ code }) => rules.has(code) || checks.has(code))) return undefined;
  return {
    span,
    message: `"${text.replaceAll(/\s+/g, " ")}" is no list of rules.`,
    help: "A reason stands behind two hyphens: -- and the reason.",
    fixes: [suggestion("Write two hyphens before the reason", { span: { ...span, end: span.start }, text: "-- " })],
  };
}

function problemWith(
  named: NamedCode,
  { word }: SuppressionComment,
  { rules, checks }: KnownCodes,
): Problem | undefined {
  const { code, span } = named;
  if (checks.has(code)) {
    return {
      span,
      message: `smtpd refuses what "${code}" reports, and no comment silences that.`,
      help: "Put right what smtpd refuses, and take the code out of the comment.",
    };
  }
  if (!rules.has(code)) return unknownCode(named, rules);
  if (!rulesOnSuppressions.has(code) || word === "disable-file") return undefined;
  return {
    span,
    message: `"${code}" is about comments such as this one, which cannot silence it.`,
    help: `Write # smtpd-lint: disable-file ${code} for the whole file.`,
  };
}

function unknownCode({ code, span }: NamedCode, rules: ReadonlySet<string>): Problem {
  const near = suggestionsFor(code, rules);
  const [best] = near;
  return {
    span,
    message: `There is no rule "${code}", so this silences nothing.`,
    help: best === undefined ? undefined : `Did you mean ${eitherOf(near)}?`,
    fixes: best === undefined ? [] : [suggestion(`Write "${best}"`, { span, text: best })],
  };
}

function strayEnd({ comment, code }: SuppressionRanges["strayEnds"][number]): Problem {
  const what = code === undefined ? "No rule is" : `"${code.code}" is not`;
  return {
    span: code?.span ?? comment.wordSpan,
    message: `${what} disabled here, so there is nothing to enable.`,
    help: "enable ends what a disable above it began.",
  };
}

function suggestion(title: string, edit: Edit): Fix {
  return { title, safe: false, edits: [edit] };
}

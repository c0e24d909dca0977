import { reportPatterns, type WrittenPattern } from "../regex-patterns.ts";
import { type RegexToken, regexTokens } from "../regex-tokens.ts";
import { defineRule, type Rule } from "../rule.ts";

export const regexPerlSyntax: Rule = defineRule({
  code: "regex-perl-syntax",
  summary: "A regular expression has signs of Perl that extended regular expressions do not know.",
  category: "type",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) =>
    reportPatterns(context, (pattern) => {
      const tokens = regexTokens(pattern.text);
      const finding = tokens.reduce<Finding | undefined>(
        (found, _, index) => found ?? findingAt(tokens, index),
        undefined,
      );
      if (finding === undefined) return undefined;
      const { start, text, message, help } = finding;
      return { span: pattern.part(start, text.length), message, help, fixes: fixesFor(pattern, tokens) };
    }),
});

interface Finding {
  readonly start: number;
  readonly text: string;
  readonly message: string;
  readonly help: string;
}

function findingAt(tokens: readonly RegexToken[], index: number): Finding | undefined {
  const token = tokens[index];
  if (token?.kind === "escape") return escapeFinding(token);
  if (token?.kind === "group") return groupFinding(token);
  if (token?.kind === "bracket") return bracketFinding(token, tokens[index + 1]);
  return token?.kind === "repeat" && tokens[index - 1]?.kind === "repeat" ? repeatFinding(token) : undefined;
}

/** What Perl has for these letters behind a backslash. For smtpd all of them are the letter, in lower case. */
const perlEscapes: Readonly<Record<string, string>> = {
  d: "a digit",
  D: "anything but a digit",
  h: "a blank",
  n: "a newline",
  r: "a carriage return",
  t: "a tab",
  f: "a form feed",
  A: "the beginning",
  Z: "the end",
  z: "the end",
  x: "a character by its number",
  p: "a class of characters",
  P: "anything but a class of characters",
  K: "the beginning of what is found",
  Q: "the beginning of quoted text",
  E: "the end of quoted text",
  R: "a line break",
  X: "a character with its marks",
};

const writtenOtherwise: Readonly<Record<string, string>> = {
  "\\d": "[0-9]",
  "\\D": "[^0-9]",
  "\\h": "[[:blank:]]",
  "\\A": "^",
  "\\Z": "$",
  "\\z": "$",
};

function escapeFinding({ text, start }: RegexToken): Finding | undefined {
  const letter = text.charAt(1);
  const meaning = Object.hasOwn(perlEscapes, letter) ? perlEscapes[letter] : undefined;
  if (meaning === undefined) return undefined;
  const wanted = writtenOtherwise[text];
  return {
    start,
    text,
    message: `"${text}" is the letter "${letter.toLowerCase()}" here, and not ${meaning}.`,
    help: wanted === undefined ? "Extended regular expressions have no such sign." : `Write "${wanted}".`,
  };
}

function groupFinding({ text, start }: RegexToken): Finding | undefined {
  if (text === "(") return undefined;
  return {
    start,
    text,
    message: `smtpd cannot compile "${text}", so that the pattern is never found.`,
    help: isPlainGroup(text) ? 'Write "(".' : "Extended regular expressions cannot say this: take several conditions.",
  };
}

/** Groups that only have a name, or no number. */
function isPlainGroup(text: string): boolean {
  return /^\(\?(?::|P?<[^=!])/.test(text);
}

/** A backslash in brackets is a character, so that it cannot keep the bracket behind it from closing them. */
function bracketFinding({ text, start }: RegexToken, next: RegexToken | undefined): Finding | undefined {
  const [found = "", letter = ""] = /\\([dwsDWS]|-(?!\]))/.exec(text) ?? [];
  if (letter === "-") return { start, text, ...hyphenInBrackets };
  if (found !== "") {
    const message = `In brackets, "${found}" is a backslash and the letter "${letter.toLowerCase()}".`;
    const wanted = inBrackets[found];
    const help = wanted === undefined ? "Brackets have no sign for this." : `Write "${wanted}" within the brackets.`;
    return { start: start + text.indexOf(found), text: found, message, help };
  }
  if (!text.endsWith("\\]") || text.length < 3 || next?.text !== "]") return undefined;
  return { start: start + text.length - 2, text: "\\]", ...closingBracket };
}

const hyphenInBrackets = {
  message: 'In brackets, a backslash is a character, and the "-" behind it makes a range that begins with it.',
  help: 'Put the "-" last, without a backslash.',
};

const closingBracket = {
  message: 'In brackets, a backslash is a character: the first "]" closes them.',
  help: 'Put the "]" first, without a backslash: "[]…]".',
};

const inBrackets: Readonly<Record<string, string>> = {
  "\\d": "0-9",
  "\\w": "[:alnum:]_",
  "\\s": "[:space:]",
};

function repeatFinding({ text, start }: RegexToken): Finding {
  return {
    start,
    text,
    message: `"${text}" repeats what is repeated already: no repetition is lazy or possessive here.`,
    help: "Remove it: how far a repetition reaches does not matter, and the regular expressions of OpenBSD refuse this.",
  };
}

/** Mends all of it at once, or nothing where a part has no other form. */
function fixesFor({ text, rewritten }: WrittenPattern, tokens: readonly RegexToken[]) {
  const mended = tokens.map((token, index) => mend(token, tokens[index - 1])).join("");
  const left = regexTokens(mended);
  return left.some((_, index) => findingAt(left, index) !== undefined) || mended === text
    ? []
    : rewritten(`Write "${mended}"`, mended);
}

function mend({ kind, text }: RegexToken, before: RegexToken | undefined): string {
  if (kind === "escape") return writtenOtherwise[text] ?? text;
  if (kind === "group") return isPlainGroup(text) ? "(" : text;
  if (kind === "bracket") return text.replace(/\\[dws]/g, (found) => inBrackets[found] ?? found);
  return kind === "repeat" && before?.kind === "repeat" ? "" : text;
}

import { reportPatterns } from "../regex-patterns.ts";
import { type RegexToken, regexTokens } from "../regex-tokens.ts";
import { defineRule, type Rule } from "../rule.ts";

export const lowercasedRegex: Rule = defineRule({
  code: "lowercased-regex",
  summary: "A part of a regular expression means something else once smtpd has made it lower-case.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) =>
    reportPatterns(context, ({ text, part, rewritten }) => {
      const tokens = regexTokens(text);
      const finding = firstFinding(tokens);
      if (finding === undefined) return undefined;
      const { start, found } = finding;
      const mended = tokens.map((token) => mend(token)).join("");
      return {
        span: part(start, found.length),
        message: messageFor(found),
        help: helpFor(found),
        fixes: mended === text ? [] : rewritten(`Write "${mended}"`, mended),
      };
    }),
});

interface Finding {
  readonly start: number;
  readonly found: string;
}

/** Where case is ignored, `[:upper:]` has all letters. */
function firstFinding(tokens: readonly RegexToken[]): Finding | undefined {
  const ignoresCase = tokens[0]?.kind === "flag";
  for (const { kind, text, start } of tokens) {
    if (kind === "escape" && /\\[SWB]/.test(text)) return { start, found: text };
    const upper = kind === "bracket" && !ignoresCase ? text.search(upperClass) : -1;
    if (upper >= 0) return { start: start + upper, found: text.slice(upper, upper + "[:upper:]".length) };
  }
  return undefined;
}

const upperClass = /\[:upper:\]/i;

/** What smtpd does not change, as it is written in POSIX; `\B` has no such form. */
const plain: Readonly<Record<string, string>> = { "\\S": "[^[:space:]]", "\\W": "[^[:alnum:]_]" };

function mend({ kind, text }: RegexToken): string {
  if (kind === "escape") return plain[text] ?? text;
  return kind === "bracket" ? text.replace(upperClass, "[:alpha:]") : text;
}

function messageFor(found: string): string {
  if (found.startsWith("[")) return `No character is in "${found}", since all that is compared is lower-case.`;
  return `smtpd makes the pattern lower-case, and "${found}" becomes "${found.toLowerCase()}", which is the opposite.`;
}

function helpFor(found: string): string {
  if (found.startsWith("[")) return 'Write "[:alpha:]": upper and lower case are the same here.';
  const wanted = plain[found];
  return wanted === undefined ? `There is no other form of "${found}".` : `Write "${wanted}".`;
}

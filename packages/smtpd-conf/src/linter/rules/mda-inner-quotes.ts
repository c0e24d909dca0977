import type { Word } from "../../parser/lexer/token.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { spanOfPart } from "../formatted-texts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const mdaInnerQuotes: Rule = defineRule({
  code: "mda-inner-quotes",
  summary: "smtpd puts the command of mda between double quotes, and further ones inside break it.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: ({ method: { name, argument } }) => {
      if (name !== "mda" || argument?.kind !== "String") return;
      const problem = problemOf(argument);
      if (problem !== undefined) report(problem);
    },
  }),
});

function problemOf(word: Word): Problem | undefined {
  const quote = breakingQuote(word.value);
  if (quote === undefined) return undefined;
  const mended = word.value.replaceAll('"', "'");
  const mendable = quote.closed && !/['\\]/.test(word.value);
  return {
    span: spanOfPart(word, { start: quote.at, end: quote.at + 1 }),
    message:
      "This double quote ends the one that smtpd puts around the whole command: every delivery fails and the mail bounces.",
    help: mendable
      ? `Write single quotes inside: "${mended}".`
      : "Put the command into a script, or write single quotes inside.",
    fixes: mendable ? rewrite("Write single quotes inside", [[word, `"${mended}"`]], false) : [],
  };
}

/**
 * The double quote with which the command falls apart when a shell reads it between double quotes; `closed` says whether
 * each has its partner. Undefined where none does harm: a pair around a single word only goes away.
 */
function breakingQuote(command: string): { readonly at: number; readonly closed: boolean } | undefined {
  const quotes = quotesOf(command);
  const [last] = quotes.slice(-1);
  if (last === undefined) return undefined;
  if (quotes.length % 2 === 1) return { at: last, closed: false };
  for (let index = 0; index < quotes.length; index += 2) {
    const [open = 0, close = 0] = quotes.slice(index, index + 2);
    if (/[\s;|&<>()]/.test(command.slice(open + 1, close))) return { at: open, closed: true };
  }
  return undefined;
}

/** The double quotes that no backslash takes the meaning from. */
function quotesOf(command: string): number[] {
  return Array.from(command.matchAll(/\\.|"/gs)).flatMap(({ 0: text, index }) => (text === '"' ? [index] : []));
}

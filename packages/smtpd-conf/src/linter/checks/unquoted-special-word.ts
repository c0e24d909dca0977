import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Span, textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { quotesInMacro } from "../macro-quotes.ts";
import { isEditable, isInBraces } from "../place.ts";

/** The options that can follow a command. */
const behindCommand = new Set(["alias", "chroot", "group", "ttl", "user", "userbase", "virtual", "wrapper"]);

export const unquotedSpecialWord: Check = defineCheck({
  code: "unquoted-special-word",
  summary: "A bare word begins with a letter, a digit, a colon or an underscore; anything else needs quotes.",
  precedence: 31,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      if (token === undefined) return undefined;
      if (token.kind === "Illegal" && !/^[\0\r();]$/.test(token.value)) return illegalCharacter(failure, token);
      return endOfWord(failure, token);
    },
  }),
});

function illegalCharacter(failure: SyntaxFailure, token: Token): Problem | undefined {
  if (token.origin !== undefined) return inMacro(token, token.origin);
  const { string, table } = failure.expected();
  if (string || table || isInBraces(failure)) return bareWord(failure, token);
  return afterCommand(failure, token);
}

/** `HIGH:!aNULL`: a character that ends a bare word, directly after one and directly before more of it. */
function endOfWord(failure: SyntaxFailure, token: Token): Problem | undefined {
  const before = failure.line.tokens[failure.index - 1];
  if (before?.quoted || !/^(!|\(|\)|=)$/.test(token.value) || !continues(token, before)) return undefined;
  return endedWord(token, before);
}

/** Whether a token stands directly behind a word, with no blank between them, and both in the file itself. */
function continues(token: Token, before: Token | undefined): before is Token {
  if (before?.kind !== "String" || before.source !== token.source || before.end !== token.start) return false;
  return isEditable(before) && isEditable(token);
}

function endedWord(token: Token, before: Token): Problem {
  const span = { ...wordFrom(token), start: before.start };
  const quoted = inQuotes(textOf(span));
  return {
    span,
    message: `A bare word ends before "${token.value}".`,
    help: `Quote all of it: ${quoted ?? '"…"'}.`,
    fixes: quoteFix(token, span, quoted),
  };
}

function bareWord(failure: SyntaxFailure, token: Token): Problem {
  const before = failure.line.tokens[failure.index - 1];
  if (!before?.quoted && continues(token, before)) return endedWord(token, before);
  const span = isCommand(failure.line, failure.index) ? commandFrom(failure, token) : wordFrom(token);
  const quoted = inQuotes(textOf(span));
  return {
    span,
    message: `A bare word cannot begin with "${token.value}".`,
    help: `Quote it: ${quoted ?? '"…"'}.`,
    fixes: before !== undefined && continues(token, before) ? [] : quoteFix(token, span, quoted),
  };
}

/** No word begins with this character, so a macro with such a value is of no use without quotes of its own. */
function inMacro(token: Token, origin: Span): Problem {
  return {
    span: token,
    message: `The macro's value is read again here, and a bare word cannot begin with "${token.value}".`,
    ...quotesInMacro(origin, true),
  };
}

/** `mda "/usr/bin/procmail" -f -`: arguments after the closing quote of a command. */
function afterCommand(failure: SyntaxFailure, token: Token): Problem | undefined {
  const { line, index } = failure;
  const before = line.tokens[index - 1];
  if (before?.kind !== "String" || before.source !== token.source || !isCommand(line, index - 1)) return undefined;
  const rest = commandFrom(failure, token);
  const text = before.quoted ? textOf(before).slice(1, -1) : textOf(before);
  const quoted = inQuotes(`${text}${token.source.text.slice(before.end, rest.end)}`);
  const span = { source: token.source, start: before.start, end: rest.end };
  return {
    span: rest,
    message: `"${textOf(rest)}" stands outside of the command before it.`,
    help: `Put all of it in one pair of quotes: ${quoted ?? '"…"'}.`,
    related: [{ span: before, message: "The command ends here." }],
    fixes: isEditable(before) ? quoteFix(token, span, quoted) : [],
  };
}

/** Whether this is the place of a command: the argument of mda, proc, proc-exec or a wrapper. */
function isCommand({ partial, tokens }: SyntaxFailure["line"], index: number): boolean {
  if (partial?.kind === "ProcDirective") return index === 2;
  if (partial?.kind === "WrapperDirective") return index === 3;
  return /^(mda|proc-exec)$/.test(tokens[index - 1]?.value ?? "");
}

/** A command with its arguments: up to the next option, or the end of the line. */
function commandFrom({ line: { tokens }, index }: SyntaxFailure, token: Token): Span {
  const option = tokens.findIndex(
    ({ kind, value }, at) => at > index && kind === "Keyword" && behindCommand.has(value),
  );
  const last = tokens[(option < 0 ? tokens.length : option) - 1] ?? token;
  const end = last.source === token.source && last.origin === undefined ? wordFrom(last).end : token.end;
  return { source: token.source, start: token.start, end };
}

/** The word that the author meant: up to the next blank, comma or brace. */
function wordFrom({ source, start, end: from }: Span): Span {
  const { text } = source;
  let end = from;
  while (end < text.length && !/[\s,{}#]/.test(text.charAt(end))) end++;
  if (text.charAt(end - 1) === ">" && end - 1 > start) end--;
  return { source, start, end };
}

/** Undefined where the text has both kinds of quotes, or would take the closing one for a part of it. */
function inQuotes(text: string): string | undefined {
  const quote = ['"', "'"].find((mark) => !text.includes(mark));
  return quote === undefined || text.endsWith("\\") ? undefined : `${quote}${text}${quote}`;
}

function quoteFix(token: Token, span: Span, text: string | undefined): Fix[] {
  return text !== undefined && isEditable(token)
    ? [{ title: "Put it in quotes", safe: true, edits: [{ span, text }] }]
    : [];
}

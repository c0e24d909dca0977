import { isAtLeast } from "../../language/releases.ts";
import type { Argument, Line } from "../../parser/ast/nodes.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, type CheckContext, defineCheck, type Problem } from "../check.ts";
import type { Edit, Fix } from "../diagnostic.ts";

export const multilineListVersion: Check = defineCheck({
  code: "multiline-list-version",
  summary: "Before 7.5, a list cannot have a newline after its brace, after a comma or before the closing brace.",
  precedence: 17,
  create: (context) => {
    if (isAtLeast(context.target, "7.5")) return {};
    const { report } = context;
    const check = ({ tokens }: Line, newline: Token | undefined) => {
      if (newline !== undefined) report(problemOf(context, tokens, tokens.indexOf(newline)));
    };
    return {
      TableDirective: (line) => check(line, line.entries?.lateNewline?.newline),
      ChainFilterDirective: (line) => check(line, line.filters.lateNewline?.newline),
      Option: ({ argument }, line) => check(line, lateNewlineOf(argument)),
      explain: (failure) => {
        const index = firstLateNewline(failure);
        return index === undefined ? undefined : problemOf(context, failure.line.tokens, index);
      },
    };
  },
});

function lateNewlineOf(argument: Argument | undefined): Token | undefined {
  return argument?.kind === "InlineTable" || argument?.kind === "FilterList"
    ? argument.lateNewline?.newline
    : undefined;
}

/** A newline before the place where the line breaks off that an older release stops at first. */
function firstLateNewline({ line: { tokens }, index }: SyntaxFailure): number | undefined {
  return lateNewlines(tokens, 0).find((at) => at < index);
}

/** Where the newlines are, from a token to the end of its list, that only 7.5 and later take. */
function lateNewlines(tokens: readonly Token[], from: number): number[] {
  const late: number[] = [];
  let before = wordBefore(tokens, from);
  let newlines: number[] = [];
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "Newline") {
      newlines.push(at);
      continue;
    }
    const close = isPunctuation(token, "}");
    if (close || isPunctuation(before, "{") || isPunctuation(before, ",")) late.push(...newlines);
    if (close && late.length > 0) break;
    newlines = [];
    before = token;
  }
  return late;
}

function wordBefore(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (tokens[at]?.kind === "Newline") at--;
  return tokens[at];
}

function wordAfter(tokens: readonly Token[], index: number): Token | undefined {
  return tokens.slice(index).find(({ kind }) => kind !== "Newline");
}

function isPunctuation(token: Token | undefined, image: string): boolean {
  return token?.kind === "Punctuation" && token.value === image;
}

function problemOf({ target, configuration }: CheckContext, tokens: readonly Token[], index: number): Problem {
  const before = wordBefore(tokens, index);
  const behind = isPunctuation(before, "{") || isPunctuation(before, ",");
  const neighbour = (behind ? before : wordAfter(tokens, index)) as Token;
  const place = neighbour.value === "," ? "a comma" : `"${neighbour.value}"`;
  const newlines = lateNewlines(tokens, index).map((at) => tokens[at] as Token);
  return {
    span: neighbour,
    message: `A newline ${behind ? "behind" : "before"} ${place} is allowed since 7.5, and the target is ${target}.`,
    help: "Write the list on one line, or end each of its lines with a backslash and no comment.",
    fixes: continuation(newlines, new Set(configuration.comments.map(({ end }) => end))),
  };
}

/** A backslash before each newline. None behind a comment, which would go on over the next line, nor in a macro. */
function continuation(newlines: readonly Token[], commentEnds: ReadonlySet<number>): Fix[] {
  if (newlines.some(({ origin, start }) => origin !== undefined || commentEnds.has(start))) return [];
  const edits = newlines.map(({ source, start }): Edit => ({ span: { source, start, end: start }, text: " \\" }));
  return [{ title: "Continue the lines with backslashes", safe: true, edits }];
}

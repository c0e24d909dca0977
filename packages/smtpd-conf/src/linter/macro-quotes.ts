import type { Token } from "../parser/lexer/token.ts";
import { type Span, textOf } from "../parser/source.ts";
import type { Problem } from "./check.ts";

/**
 * How a token gets quotes that came out of a macro: within the quotes of the macro's value, which is read again where the
 * macro is used. Without a fix where the token is not the beginning of the value, or the value is not in the file.
 */
export function quotesInMacro(origin: Span, safe: boolean): Pick<Problem, "help" | "related" | "fixes"> {
  const value = valueAround(origin);
  const text = value && inOtherQuotes(textOf(value));
  const edits = value && text !== undefined && value.source.kind === "file" ? [{ span: value, text }] : [];
  return {
    help: `Put quotes of the other kind inside the macro's value: name = ${text ?? "'\"value\"'"}.`,
    related: [{ span: value ?? origin, message: "The macro's value." }],
    fixes: edits.length > 0 ? [{ title: "Put quotes inside the macro's value", safe, edits }] : [],
  };
}

/** The token in quotes where it was written in the file, else in its macro. */
export function quotesFor(token: Token): Pick<Problem, "help" | "related" | "fixes"> {
  if (token.origin !== undefined) return quotesInMacro(token.origin, false);
  const text = `"${token.value}"`;
  return {
    help: `Quote it: ${text}.`,
    fixes: [{ title: "Put it in quotes", safe: true, edits: [{ span: token, text }] }],
  };
}

/** The quoted value that begins here, with its quotes; undefined where this is the middle of one. */
function valueAround({ source, start }: Span): Span | undefined {
  const quote = source.text.charAt(start - 1);
  if (quote !== '"' && quote !== "'") return undefined;
  const close = source.text.indexOf(quote, start);
  const newline = source.text.indexOf("\n", start);
  return close < 0 || (newline >= 0 && newline < close) ? undefined : { source, start: start - 1, end: close + 1 };
}

/** `"/path"` becomes `'"/path"'`. Undefined where the value has quotes of the other kind already. */
function inOtherQuotes(value: string): string | undefined {
  const other = value.startsWith('"') ? "'" : '"';
  return value.includes(other) ? undefined : `${other}${value}${other}`;
}

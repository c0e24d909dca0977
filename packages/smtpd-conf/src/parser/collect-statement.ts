import { cutStringAt, swallowedLines } from "./cut-strings.ts";
import { PlainToken, type Token } from "./lexer/token.ts";
import { IllegalType } from "./lexer/token-types.ts";
import type { Reading } from "./reading.ts";
import { beginsStatement } from "./statement-words.ts";

/**
 * The tokens of the next logical line, without the newline that ends it: up to a newline outside braces. Within braces a
 * line that begins with a statement's keyword ends it, too: the `}` is missing. Undefined at the end of the text.
 * `include "path"` ends where its path does: what follows on the line is read after the file.
 *
 * `tokens` are those of the statement that were read already, where a string was cut and reading goes on behind it.
 */
export function collectStatement(reading: Reading, tokens: Token[] = []): Token[] | undefined {
  const { scanner } = reading;
  let braces = hasOpenBrace(tokens);
  let token = reading.pending ?? scanner.next();
  reading.pending = undefined;
  reading.newline = undefined;
  while (token !== undefined) {
    if (token.kind === "Newline") {
      if (!braces) {
        reading.newline = token;
        return tokens;
      }
    } else if (braces && tokens.at(-1)?.kind === "Newline" && beginsStatement(token)) {
      reading.pending = token;
      return tokens;
    } else if (token.kind === "Punctuation") {
      if (token.value === "{") braces = true;
      else if (token.value === "}") braces = false;
    }
    tokens.push(token);
    if (token.kind === "Missing" && swallowedLines(token) && cutStringAt(reading, tokens, token)) {
      braces = hasOpenBrace(tokens);
    } else if (tokens.length === 2 && isInclude(tokens)) return tokens;
    token = scanner.next();
  }
  return endOfText(reading, tokens);
}

function isInclude(tokens: readonly Token[]): boolean {
  return tokens[0]?.kind === "Keyword" && tokens[0].value === "include" && tokens[1]?.kind === "String";
}

function hasOpenBrace(tokens: readonly Token[]): boolean {
  if (tokens.length === 0) return false;
  const last = tokens.findLast((token) => token.kind === "Punctuation" && (token.value === "{" || token.value === "}"));
  return last?.value === "{";
}

/** A NUL byte ends the text for smtpd; in the middle of a statement that is a mistake. */
function endOfText(reading: Reading, tokens: Token[]): Token[] | undefined {
  if (tokens.length === 0) return undefined;
  const nul = reading.scanner.stoppedAt;
  if (nul === undefined || reading.nulSeen) return tokens;
  reading.nulSeen = true;
  const { source, start, end } = nul;
  tokens.push(new PlainToken("Illegal", IllegalType.tokenTypeIdx ?? 0, "\0", source, start, end, false, undefined));
  return tokens;
}

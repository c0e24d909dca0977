import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";
import { plainCharacter } from "../plain-character.ts";

export const smartQuotes: Check = defineCheck({
  code: "smart-quotes",
  summary: "Typographic quotes, dashes and blanks are no part of the language.",
  precedence: 20,
  create: () => ({
    explain: ({ line, index }) => {
      const token = typographicAt(line.tokens, index);
      const plain = token && plainOf(token);
      if (token === undefined || plain === undefined) return undefined;
      const rest = line.tokens.slice(index).flatMap((other) => {
        const text = plainOf(other);
        return text === undefined ? [] : [[other, text] as const];
      });
      return {
        span: token,
        message: `This is a typographic character (${codePoint(token)}), as web pages and word processors make them.`,
        help: plain.trim() === "" ? "Write a plain blank instead." : `Write a plain ${plain} instead.`,
        fixes: rewrite("Write plain characters", rest),
      };
    },
  }),
});

/** The token that cannot stand there, or the one that cuts it short: `rcpt–to`. */
function typographicAt(tokens: readonly Token[], index: number): Token | undefined {
  const [token, next] = tokens.slice(index, index + 2);
  const cut = token?.kind === "String" && !token.quoted && next?.start === token.end && plainOf(next) !== undefined;
  return cut ? next : token;
}

function plainOf({ kind, value, source }: Token): string | undefined {
  return kind === "Illegal" ? plainCharacter(value, source.encoding) : undefined;
}

function codePoint({ value }: Token): string {
  return `U+${(value.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

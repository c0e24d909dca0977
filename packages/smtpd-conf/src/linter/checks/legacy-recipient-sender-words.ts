import type { SyntaxFailure } from "../../parser/configuration.ts";
import { spanFrom } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { renamedWord } from "../renamed-word.ts";

const renames = new Map([
  ["sender", "mail-from"],
  ["recipient", "rcpt-to"],
  ["tagged", "tag"],
  ["source", "src"],
  ["authenticated", "auth"],
  ["all", "any"],
]);

export const legacyRecipientSenderWords: Check = defineCheck({
  code: "legacy-recipient-sender-words",
  summary: "Since 6.4, the conditions of a rule are called mail-from, rcpt-to, tag, auth and from src.",
  precedence: 24,
  create: () => ({
    explain: (failure) => {
      if (failure.line.partial?.kind !== "MatchDirective") return undefined;
      return renamedWord(failure, renames) ?? sourceWithoutWord(failure);
    },
  }),
});

/** `from <table>`, as it was before "source" came. */
function sourceWithoutWord({ token, line, index }: SyntaxFailure): Problem | undefined {
  const before = line.tokens[index - 1];
  if (before?.value !== "from" || before.kind !== "Keyword" || token?.value !== "<") return undefined;
  const close = line.tokens.slice(index).find(({ value }) => value === ">");
  return {
    span: spanFrom(token, close ?? token),
    message: 'A table does not follow "from" directly: smtpd wants to know what is looked up in it.',
    help: 'Write "from src" for client addresses.',
    fixes: rewrite('Write "from src"', [[before, "from src"]], false),
  };
}

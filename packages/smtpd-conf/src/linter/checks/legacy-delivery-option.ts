import type { SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { renamedWord } from "../renamed-word.ts";

const renames = new Map([
  ["as", "user"],
  ["expire", "ttl"],
]);

export const legacyDeliveryOption: Check = defineCheck({
  code: "legacy-delivery-option",
  summary: "Since 6.4, an action names the delivery without deliver to, its user with user and its lifetime with ttl.",
  precedence: 24,
  create: () => ({
    explain: (failure) => {
      const { partial } = failure.line;
      if (partial?.kind !== "ActionDirective") return undefined;
      if (partial.method === undefined) return deliverTo(failure);
      return partial.method.name === "relay" ? undefined : renamedWord(behindPath(failure), renames);
    },
  }),
});

/** `maildir expire 4d`: smtpd takes the old word for the path, and stops at the next one. */
function behindPath(failure: SyntaxFailure): SyntaxFailure {
  const { line, index } = failure;
  const before = line.tokens[index - 1];
  const taken = before?.kind === "String" && !before.quoted && renames.has(before.value);
  return taken ? { ...failure, index: index - 1, token: before } : failure;
}

function deliverTo({ token, line, index }: SyntaxFailure): Problem | undefined {
  const to = line.tokens[index + 1];
  if (token?.kind !== "String" || token.quoted || token.value !== "deliver" || to?.value !== "to") return undefined;
  const method = line.tokens[index + 2];
  return {
    span: { source: token.source, start: token.start, end: to.end },
    message: 'The words "deliver to" are gone since 6.4: an action names the delivery at once.',
    help: method && `Write "${method.value}" alone.`,
    fixes: rewrite('Remove "deliver to"', [
      [token, ""],
      [to, ""],
    ]),
  };
}

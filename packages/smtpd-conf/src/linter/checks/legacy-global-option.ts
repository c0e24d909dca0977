import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { beginsStatement } from "../../parser/statement-words.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { type Rewrite, rewrite } from "../fix.ts";

/** Statements before 6.4 that are called otherwise since. */
const renames = new Map([
  ["bounce-warn", "bounce warn-interval"],
  ["ciphers", "smtp ciphers"],
  ["expire", "queue ttl"],
  ["max-message-size", "smtp max-message-size"],
  ["max-mta-deferred", "mta max-deferred"],
  ["size", "smtp max-message-size"],
  ["subaddressing-delimiter", "smtp sub-addr-delim"],
]);

const limitScopes = new Map([
  ["mda", "mda"],
  ["mta", "mta"],
  ["scheduler", "scheduler"],
  ["session", "smtp"],
  ["smtp", "smtp"],
]);

export const legacyGlobalOption: Check = defineCheck({
  code: "legacy-global-option",
  summary: "Since 6.4, the settings of the daemon begin with the part that they belong to: queue, smtp, mta, bounce.",
  precedence: 24,
  create: () => ({
    explain: (failure) =>
      renamedStatement(failure) ?? limitStatement(failure) ?? setStatement(failure) ?? encryptionKey(failure),
  }),
});

function renamedStatement({ line }: SyntaxFailure): Problem | undefined {
  const [word, value] = line.tokens;
  const name = word && !word.quoted ? renames.get(word.value) : undefined;
  if (word === undefined || name === undefined || value?.value === "=") return undefined;
  if (value === undefined && word.value === "bounce-warn") return noWarnings(word);
  return renamed(word, word.value, name, [[word, name], ...quoted(value)]);
}

/** Before 6.4, `bounce-warn` alone switched the warnings off. */
function noWarnings(word: Token): Problem {
  return {
    span: word,
    message: '"bounce-warn" without a delay has no counterpart since 6.4: senders are always told of a delay.',
    help: "Name the delay after which they are: bounce warn-interval 4h.",
  };
}

/** A value such as `+` that no word can begin with gets quotes. */
function quoted(value: Token | undefined): Rewrite[] {
  return value?.kind === "Illegal" ? [[value, `"${value.value}"`]] : [];
}

function limitStatement({ line }: SyntaxFailure): Problem | undefined {
  const [word, part] = line.tokens;
  const scope = limitScopes.get(part?.value ?? "");
  if (word?.kind !== "Keyword" || word.value !== "limit" || part === undefined || scope === undefined) return undefined;
  return renamed(word, `limit ${part.value}`, `${scope} limit`, [
    [word, scope],
    [part, "limit"],
  ]);
}

/** `set queue ttl 4d` and the like, as it was for a while between 6.3 and 6.4. */
function setStatement({ line }: SyntaxFailure): Problem | undefined {
  const [word, next] = line.tokens;
  if (word?.kind !== "String" || word.quoted || word.value !== "set") return undefined;
  if (next === undefined || !beginsStatement(next)) return undefined;
  return {
    span: word,
    message: 'No statement begins with "set" in any release.',
    help: `Begin with "${next.value}".`,
    fixes: rewrite('Remove "set"', [
      [word, next.value],
      [next, ""],
    ]),
  };
}

function encryptionKey({ line, token, index }: SyntaxFailure): Problem | undefined {
  const { partial, tokens } = line;
  if (partial?.kind !== "SettingDirective" || partial.name !== "queue encryption" || token?.value !== "key")
    return undefined;
  if (token.kind !== "Keyword" || tokens[index + 1] === undefined) return undefined;
  return renamed(token, "queue encryption key", "queue encryption", [[token, ""]]);
}

function renamed(span: Token, old: string, name: string, rewrites: readonly Rewrite[]): Problem {
  const message = `Since 6.4, "${old}" is called "${name}".`;
  return { span, message, help: `Write "${name}".`, fixes: rewrite(`Write "${name}"`, rewrites) };
}

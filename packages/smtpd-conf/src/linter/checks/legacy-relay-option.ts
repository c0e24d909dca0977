import { formerRelaySchemes } from "../../language/relay-schemes.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { type Rewrite, rewrite } from "../fix.ts";
import { renamedWord, renameRest } from "../renamed-word.ts";

const renames = new Map([
  ["as", "mail-from"],
  ["source", "src"],
  ["hostname", "helo"],
  ["hostnames", "helo-src"],
  ["certificate", "pki"],
  ["expire", "ttl"],
]);

/** What the schemes of relay URLs before 6.4 are called since; the others kept their name and meaning. */
const schemes: ReadonlyMap<string, string> = new Map([
  ["smtp", "smtp+notls"],
  ["smtp+tls", "smtp"],
  ...formerRelaySchemes.map(({ name, replacement }) => [name, replacement] as const),
]);

export const legacyRelayOption: Check = defineCheck({
  code: "legacy-relay-option",
  summary: "Since 6.4, a relay is described with host, mail-from, src, helo and helo-src; via, as and verify are gone.",
  precedence: 24,
  create: () => ({
    explain: (failure) => {
      const { partial } = failure.line;
      if (partial?.kind !== "ActionDirective" || partial.method?.name !== "relay") return undefined;
      return (
        via(failure) ?? verify(failure) ?? senderName(failure) ?? backupName(failure) ?? renamedWord(failure, renames)
      );
    },
  }),
});

function via(failure: SyntaxFailure): Problem | undefined {
  const { token, line, index } = failure;
  const url = line.tokens[index + 1];
  if (token?.kind !== "String" || token.quoted || token.value !== "via" || url?.kind !== "String") return undefined;
  const today = urlOfToday(url.value);
  return {
    span: token,
    message: 'Since 6.4, "via" is called "host", and its URLs mean something else.',
    help: `Write host "${today}"; over TLS the certificate of the host is checked, unless "tls no-verify" says otherwise.`,
    // The certificate was not checked before: that may be what the author wants, but it is not what the line said.
    fixes: rewrite(`Write host "${today}"`, [...viaRewrites(token, url, today), ...restRewrites(failure)], false),
  };
}

function viaRewrites(word: Token, url: Token, today: string): Rewrite[] {
  const same = url.value === today;
  return same
    ? [[word, "host"]]
    : [
        [word, "host"],
        [url, `"${today}"`],
      ];
}

/** `as "user"` without a domain: before 6.4 the server's name was added, today the sender's own domain stays. */
function senderName(failure: SyntaxFailure): Problem | undefined {
  const { token, line, index } = failure;
  const sender = line.tokens[index + 1];
  if (token?.value !== "as" || token.quoted || sender?.kind !== "String" || sender.value.includes("@"))
    return undefined;
  return {
    span: token,
    message: 'Since 6.4, "as" is called "mail-from", and it adds no domain.',
    help: `Write mail-from "${sender.value}@" with the name of the server after it.`,
  };
}

/** `backup NAME`, which is `backup mx NAME` today. */
function backupName({ token, line, index }: SyntaxFailure): Problem | undefined {
  const before = line.tokens[index - 1];
  if (token?.kind !== "String" || before?.kind !== "Keyword" || before.value !== "backup" || renames.has(token.value)) {
    return undefined;
  }
  return {
    span: token,
    message: 'Since 6.4, the name of a backup relay stands after "mx".',
    help: `Write backup mx ${textOf(token)}.`,
    fixes: rewrite('Write "mx"', [[before, "backup mx"]]),
  };
}

/** The other old words of the line. */
function restRewrites(failure: SyntaxFailure): Rewrite[] {
  const verify = failure.line.tokens.slice(failure.index).filter(isVerify);
  return [...renameRest(failure, renames), ...verify.map((token) => [token, ""] as const)];
}

/** The URL with the scheme that means today what the old one meant. */
function urlOfToday(url: string): string {
  const [, scheme = "", rest = ""] = /^([a-z+]+)(:\/\/.*)$/is.exec(url) ?? [];
  const today = schemes.get(scheme.toLowerCase());
  return today === undefined ? url : `${today}${rest}`;
}

function isVerify({ kind, value }: Token): boolean {
  return kind === "Keyword" && value === "verify";
}

function verify({ token }: SyntaxFailure): Problem | undefined {
  if (token === undefined || !isVerify(token)) return undefined;
  return {
    span: token,
    message: 'A relay has no option "verify" since 6.4: where it must use TLS, it checks the certificate by itself.',
    help: 'Leave it out. "tls no-verify" is what switches the check off.',
    fixes: rewrite('Remove "verify"', [[token, ""]]),
  };
}

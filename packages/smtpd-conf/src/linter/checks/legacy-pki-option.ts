import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { renamedWord } from "../renamed-word.ts";

const renames = new Map([["certificate", "cert"]]);

export const legacyPkiOption: Check = defineCheck({
  code: "legacy-pki-option",
  summary: "Since 6.4, pki and ca name their files with cert and key; certificate, dhparams and ca are gone.",
  precedence: 24,
  create: () => ({
    explain: (failure) => {
      const kind = failure.line.partial?.kind;
      if (kind !== "PkiDirective" && kind !== "CaDirective") return undefined;
      return renamedWord(failure, renames) ?? (kind === "PkiDirective" ? removedOption(failure) : undefined);
    },
  }),
});

function removedOption({ token, line, index }: SyntaxFailure): Problem | undefined {
  const file = line.tokens[index + 1];
  if (token === undefined || token.quoted || file?.kind !== "String") return undefined;
  if (token.value === "dhparams") return dhparams(token, file);
  if (token.value !== "ca") return undefined;
  return {
    span: token,
    message: '"ca" is no part of a pki any more: it is a statement of its own.',
    help: `Write ca NAME cert "${file.value}", and give "ca NAME" to the listeners and relays that need it.`,
  };
}

function dhparams(token: Token, file: Token): Problem {
  return {
    span: token,
    message: 'smtpd reads no "dhparams" file any more: it brings the parameters itself.',
    help: 'Write "dhe auto", or leave it out to do without that key exchange.',
    fixes: rewrite(
      'Write "dhe auto"',
      [
        [token, "dhe"],
        [file, "auto"],
      ],
      false,
    ),
  };
}

import type { SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";

/** What became of the listener's options that are gone, and the word that does the same where there is one. */
const removed: ReadonlyMap<string, { readonly help: string; readonly word?: string }> = new Map([
  ["secure", { help: 'Write two listeners: one with "tls" (port 25), and one with "smtps" (port 465).' }],
  ["ssl", { help: 'Write two listeners: one with "tls" (port 25), and one with "smtps" (port 465).' }],
  ["certificate", { help: 'Write "pki", and name its files in a pki statement.', word: "pki" }],
  ["enable", { help: 'Write "auth" alone.', word: "" }],
  ["dsn-notify", { help: 'Leave it out, or write "no-dsn" to offer no delivery reports at all.' }],
  ["dsn-ret", { help: 'Leave it out, or write "no-dsn" to offer no delivery reports at all.' }],
]);

export const legacyListenOption: Check = defineCheck({
  code: "legacy-listen-option",
  summary: "Some options of a listener are gone since 6.4: secure, ssl, certificate, enable, dsn-notify, dsn-ret.",
  precedence: 24,
  create: () => ({
    explain: (failure) => (failure.line.partial?.kind === "ListenDirective" ? removedOption(failure) : undefined),
  }),
});

function removedOption({ token }: SyntaxFailure): Problem | undefined {
  if (token?.kind !== "String" || token.quoted) return undefined;
  const option = removed.get(token.value);
  if (option === undefined) return undefined;
  const { help, word } = option;
  return {
    span: token,
    message: `A listener has no option "${token.value}" since 6.4.`,
    help,
    fixes:
      word === undefined ? [] : rewrite(word === "" ? "Remove it" : `Write "${word}"`, [[token, word]], word === ""),
  };
}

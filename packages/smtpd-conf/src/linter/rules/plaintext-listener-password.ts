import { isListenerAuth, isReadable, valueOfCredentials } from "../credentials.ts";
import { behindScheme, isCryptHash, passwordIn } from "../crypt-hash.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";

export const plaintextListenerPassword: Rule = defineRule({
  code: "plaintext-listener-password",
  summary: "A listener's table of users has a password instead of its hash.",
  category: "security",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["credentials"], (entry, use) => {
      const value = isListenerAuth(use) ? valueOfCredentials(entry, use) : undefined;
      if (value === undefined || !isPassword(value.text)) return undefined;
      return {
        span: value.span,
        message: `What stands behind "${entry.key}" is no crypt(3) hash: it is no secret any more, and every login fails.`,
        help: 'Write the hash that "smtpctl encrypt" prints.',
      };
    }),
});

/** Locked accounts, with `*` or `!` before the hash, and what is too short to be read are left alone. */
function isPassword(credentials: string): boolean {
  const password = passwordIn(credentials);
  if (!isReadable(credentials) || /^[*!]/.test(password)) return false;
  return behindScheme(password) === undefined && !isCryptHash(password);
}

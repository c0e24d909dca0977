import type { TableUse } from "../../model/tables.ts";
import { isReadable, valueOfCredentials } from "../credentials.ts";
import { behindScheme, isCryptHash, isMarkedHash, passwordIn } from "../crypt-hash.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { WrittenText } from "../written-text.ts";

export const credentialsFormat: Rule = defineRule({
  code: "credentials-format",
  summary: "Credentials are not in the form that a relay or a listener needs.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["credentials"], (entry, use) => {
      const value = valueOfCredentials(entry, use);
      if (value === undefined) return undefined;
      if (!isReadable(value.text)) {
        const message = `smtpd cannot read the credentials of "${entry.key}": they are too short, too long, or lack a part.`;
        return { span: value.span, message, help: helpFor(use) };
      }
      return isForRelay(use) ? hashForRelay(value, entry.key) : schemeForListener(value, entry.key);
    }),
});

function isForRelay({ place }: TableUse): boolean {
  return place === "relay auth";
}

function helpFor(use: TableUse): string {
  return isForRelay(use) ? 'Write "user:password".' : 'Write the hash that "smtpctl encrypt" prints.';
}

function hashForRelay({ text, span }: WrittenText, key: string) {
  if (!isMarkedHash(passwordIn(text))) return undefined;
  return {
    span,
    message: `"${key}" has the hash of a password, and a relay needs the password itself.`,
    help: 'Write "user:password". Hashes are for the users of a listener.',
  };
}

function schemeForListener({ text, span, rewritten }: WrittenText, key: string) {
  const password = passwordIn(text);
  const hash = behindScheme(password);
  if (hash === undefined) return undefined;
  const bare = text.slice(0, text.length - password.length) + hash;
  return {
    span,
    message: `The hash of "${key}" begins with a scheme in braces, which crypt(3) does not know: every login fails.`,
    help: isCryptHash(hash) ? "Remove the scheme." : helpForListener,
    fixes: isCryptHash(hash) ? rewritten("Remove the scheme", bare) : [],
  };
}

const helpForListener = 'This scheme is not one of crypt(3): write the hash that "smtpctl encrypt" prints.';

import type { Word } from "../../parser/lexer/token.ts";
import type { CheckContext } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const weakTlsCiphers: Rule = defineRule({
  code: "weak-tls-ciphers",
  summary: "A list of ciphers lets in some that are broken or encrypt nothing.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    Option: ({ name, argument }) => {
      if (name === "ciphers" && argument?.kind === "String") judge(context, argument);
    },
    SettingDirective: ({ name, value }) => {
      if (name === "smtp ciphers" && value?.kind === "String") judge(context, value);
    },
  }),
});

/** The words of openssl(1) ciphers that stand for something weak, and what is the matter with it. */
const weak: ReadonlyMap<string, string> = new Map([
  ["3DES", "blocks of 64 bits that repeat"],
  ["ADH", "no look at the certificate"],
  ["AECDH", "no look at the certificate"],
  ["ANULL", "no look at the certificate"],
  ["DES", "keys that can be guessed"],
  ["ENULL", "no encryption at all"],
  ["EXP", "keys that can be guessed"],
  ["EXPORT", "keys that can be guessed"],
  ["EXPORT40", "keys that can be guessed"],
  ["EXPORT56", "keys that can be guessed"],
  ["IDEA", "blocks of 64 bits that repeat"],
  ["INSECURE", "whatever the TLS library has"],
  ["LOW", "keys that can be guessed"],
  ["MD5", "checksums that can be forged"],
  ["NULL", "no encryption at all"],
  ["RC2", "keys that can be guessed"],
  ["RC4", "a key stream that gives the text away"],
]);

function judge({ report }: CheckContext, word: Word): void {
  const parts = word.value.toUpperCase().split(/[:, ]+/);
  const excluded = new Set(parts.filter((part) => part.startsWith("!")).map((part) => part.slice(1)));
  const name = parts.map((part) => weakWord(part, excluded)).find((found) => found !== undefined);
  if (name === undefined) return;
  report({
    span: word,
    message: `The ciphers "${word.value}" let in ${name}: ${weak.get(name)}.`,
    help: 'Leave the ciphers to the TLS library, or start from "HIGH:!aNULL".',
  });
}

/** The weak thing that a part of a list adds; what is taken out, or only moved to the end, is not added. */
function weakWord(part: string, excluded: ReadonlySet<string>): string | undefined {
  if (/^[!+-]/.test(part)) return undefined;
  const words = part.split(/[-_+]/);
  if (words.some((word) => excluded.has(word))) return undefined;
  return words.find((word) => weak.has(word));
}

import type { Release } from "../../language/releases.ts";
import type { Word } from "../../parser/lexer/token.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf } from "../suggestions.ts";
import { readTlsProtocols, tlsVersions } from "../tls-protocols.ts";

export const invalidTlsProtocol: Rule = defineRule({
  code: "invalid-tls-protocol",
  summary: "With a TLS version that does not exist smtpd does not start.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "7.3",
  scope: "statement",
  create: ({ target, report }) => ({
    Option: ({ name, argument }) => {
      if (name !== "protocols" || argument?.kind !== "String") return;
      const [unknown] = readTlsProtocols(argument.value, target).unknown;
      if (unknown !== undefined) report(problemOf(argument, unknown, target));
    },
  }),
});

function problemOf(word: Word, unknown: string, target: Release): Problem {
  const meant = corrected(word.value);
  const known = meant !== undefined && readTlsProtocols(meant, target).unknown.length === 0;
  return {
    span: word,
    message: `"${unknown}" is no TLS version that smtpd knows, and it exits when it starts.`,
    help: known ? `Write "${meant}".` : `Name ${eitherOf(tlsVersions.slice(2))}, or both with a comma between them.`,
    fixes: known ? rewrite(`Write "${meant}"`, [[word, `"${meant}"`]], false) : [],
  };
}

/** The list with the usual ways to write versions put right; undefined where a part names no version of TLS. */
function corrected(text: string): string | undefined {
  const parts = text.split(/[,:;\s]+/).filter((part) => part !== "" && part !== "+");
  const names = parts.map((part) => /^([!+-]?)(?:tls)?[-_ ]?v?1[._]?([0-3])$/i.exec(part));
  if (names.length === 0 || names.includes(null)) return undefined;
  return names.map((name) => `${name?.[1] === "!" || name?.[1] === "-" ? "!" : ""}tlsv1.${name?.[2]}`).join(",");
}

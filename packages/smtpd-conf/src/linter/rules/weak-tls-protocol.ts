import type { Release } from "../../language/releases.ts";
import type { Option } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { readTlsProtocols, speaksOldTls, type TlsProtocols } from "../tls-protocols.ts";

export const weakTlsProtocol: Rule = defineRule({
  code: "weak-tls-protocol",
  summary: "TLS 1.0 and 1.1 are broken, and smtpd speaks them no longer since 7.4.",
  category: "security",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "7.3",
  scope: "statement",
  create: ({ target, report }) => ({
    Option: (option) => {
      const problem = option.name === "protocols" ? problemOf(option, target) : undefined;
      if (problem !== undefined) report(problem);
    },
  }),
});

function problemOf({ argument }: Option, target: Release): Problem | undefined {
  const word = argument as Word;
  const { chosen, unknown } = readTlsProtocols(word.value, target);
  if (unknown.length > 0 || !hasOld(chosen)) return undefined;
  const rest = [...chosen].filter((version) => version === "tlsv1.2" || version === "tlsv1.3");
  const better = rest.length === 0 ? "tlsv1.2,tlsv1.3" : rest.join(",");
  return {
    span: word,
    message: messageFor(word.value, rest.length > 0, target),
    help: `Name "${better}".`,
    fixes: rewrite(`Write "${better}"`, [[word, `"${better}"`]], false),
  };
}

function hasOld(chosen: TlsProtocols["chosen"]): boolean {
  return chosen.has("tlsv1.0") || chosen.has("tlsv1.1");
}

function messageFor(value: string, hasModern: boolean, target: Release): string {
  if (speaksOldTls(target)) return `"${value}" lets in TLS 1.0 or 1.1, whose encryption is broken.`;
  if (hasModern)
    return `smtpd ${target} speaks neither TLS 1.0 nor TLS 1.1, so that a part of "${value}" does nothing.`;
  return `smtpd ${target} speaks neither TLS 1.0 nor TLS 1.1: with "${value}" alone no TLS session can be set up.`;
}

import type { OwnExample } from "../../analysis/own-mail.ts";
import { isAtLeast } from "../../language/releases.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { optionOf, ruleSpan } from "../match-rules.ts";
import { optionSyntaxes } from "../option-syntaxes.ts";
import { firstToken } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

export const spoofedOwnDomainAccepted: Rule = defineRule({
  code: "spoofed-own-domain-accepted",
  summary: "Strangers can write to your users with a sender in your own domain.",
  category: "security",
  severity: "hint",
  recommended: false,
  strict: true,
  scope: "configuration",
  options: {
    domains: {
      kind: "texts",
      syntax: optionSyntaxes.domain,
      summary: "Domains whose users also send by other servers, which strangers' servers then bring here.",
      default: [],
    },
  },
  create: ({ analysis, report, target }, { domains }) => ({
    end: () => {
      const mail = analysis.ownMail();
      const strangers = isAtLeast(target, "6.7.1") ? "!from auth" : "from any !auth";
      for (const { domain, rule } of analysis.ownDomains()) {
        if (domains.some((one) => foldCase(one) === foldCase(domain))) continue;
        const example = mail.example("stranger", rule, domain, "own");
        const listener = example && publicListener(example);
        if (listener === undefined) continue;
        report({
          span: optionOf(rule, "for", "domain") ?? ruleSpan(rule),
          message: `Anybody can write to "${domain}" with a sender in "${domain}", and nothing asks where that comes from.`,
          help: `Above this rule, and below those for mail of your own, write: match ${strangers} mail-from "@${domain}" for any reject.`,
          related: [{ span: firstToken(listener.directive), message: "Strangers connect here." }],
        });
      }
    },
  }),
});

/** Where the internet comes in, unless a filter program may look at the sender there. */
function publicListener({ entrance: { listeners, ways } }: OwnExample) {
  const programs = ways.some(({ filters }) => filters.opaque.some(({ kind }) => kind !== "PhaseFilterDirective"));
  return programs ? undefined : listeners.find(({ exposure }) => exposure === "public");
}

import { isAtLeast, type Release } from "../../language/releases.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { isMailDomain } from "../../runtime/mail-domain.ts";
import { connectionText } from "../canonical-address.ts";
import type { Problem } from "../check.ts";
import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf, type WrittenText, wholeValue } from "../written-text.ts";

export const addrnameFormat: Rule = defineRule({
  code: "addrname-format",
  summary: "A table of names for addresses has a key that is never looked up, or a value that is no host name.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["addrname"], (entry) => {
      const key = keyOf(entry);
      if (isStandIn(key.text) || key.text.includes("*")) return undefined;
      return faultOfKey(key, context.target) ?? faultOfValue(wholeValue(entry));
    }),
});

function faultOfKey({ text, span, rewritten }: WrittenText, target: Release): Problem | undefined {
  const address = connectionText(text);
  if (address === undefined) {
    return {
      span,
      message: `"${text}" is never looked up: it is no single address.`,
      help: "A key is an address of this machine.",
    };
  }
  if (address.startsWith("[") && !isAtLeast(target, "7.8")) {
    const message = `Up to 7.7 the look-up of an IPv6 address always fails, so "${text}" has no effect.`;
    return { span, message, help: "The entry works from 7.8 on." };
  }
  if (foldCase(text) === foldCase(address)) return undefined;
  const message = `"${text}" is never looked up: smtpd asks for "${address}" as it stands.`;
  return { span, message, help: `Write "${address}".`, fixes: rewritten(`Write "${address}"`, address) };
}

function faultOfValue(value: WrittenText | undefined): Problem | undefined {
  if (value === undefined || isMailDomain(value.text) || isStandIn(value.text)) return undefined;
  const message = `"${value.text}" is no host name, and smtpd greets other servers with it as it stands.`;
  return { span: value.span, message, help: "Write one full host name." };
}

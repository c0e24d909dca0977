import { foldCase, matchesFolded } from "../../runtime/domain-pattern.ts";
import { splitMailAddress } from "../../runtime/mail-address.ts";
import type { Condition } from "../../runtime/match-rule.ts";
import {
  matchesRegularExpression,
  parseRegularExpression,
} from "../../runtime/regular-expression/regular-expression.ts";
import { looseDomain } from "../loose-regex.ts";
import { firstToken } from "../place.ts";
import { craftedRelayFindings, dialogueOf, listenerPlace, type RelayFinding } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const craftedRelay: Rule = defineRule({
  code: "crafted-relay",
  summary: "A rule relays for strangers to domains that only look like those that it is meant for.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: (context) =>
    craftedRelayFindings(context, (finding) => {
      const { rule, witness } = finding;
      const condition = destinationOf(finding);
      if (condition === undefined || isReportedElsewhere(condition, finding)) return;
      const { domain } = splitMailAddress(witness.envelope.rcptTo);
      context.report({
        span: condition.option ?? firstToken(rule.directive),
        message: `This rule relays for anybody to domains such as "${domain}": a client at ${witness.envelope.source} gets 250 for ${dialogueOf(witness)}.`,
        help: "List the domains that are meant one by one, or tie the pattern to a name that is yours.",
        related: [listenerPlace(witness)],
      });
    }),
});

/** The condition that lets the recipient through: the one on its domain, or on the whole of it. */
function destinationOf({ rule }: RelayFinding): Condition | undefined {
  const asked = rule.conditions.filter(({ negated, table }) => !negated && table?.kind === "KnownTable");
  const isAny = ({ table }: Condition) => table?.name === "<anydestination>";
  return asked.find((condition) => condition.subject === "domain" && !isAny(condition)) ?? asked.find(isRecipient);
}

function isRecipient({ subject }: Condition): boolean {
  return subject === "recipient";
}

/** Whether `regex-unanchored` or `wildcard-without-dot` tells of every entry that lets the recipient through, and mends it. */
function isReportedElsewhere({ table, service, subject }: Condition, { witness: { envelope } }: RelayFinding): boolean {
  if (table?.kind !== "KnownTable") return false;
  const recipient = foldCase(envelope.rcptTo);
  const { domain } = splitMailAddress(recipient);
  if (service === "regex")
    return table.keys.every((key) => isLooseOrElse(key, subject === "domain" ? domain : recipient));
  const patterns = table.keys.map((key) => (service === "domain" ? key : splitMailAddress(key).domain));
  return patterns.every((pattern) => !matchesFolded(domain, pattern) || /\*[^.*]/.test(pattern));
}

/** Whether a regular expression is one that goes on at its ends, or does not find the text at all. */
function isLooseOrElse(pattern: string, text: string): boolean {
  const expression = parseRegularExpression(pattern);
  if (expression.kind === "RegexFault" || !matchesRegularExpression(expression, text)) return true;
  return looseDomain(expression, false) !== undefined;
}

import type { OwnDomain, OwnMail } from "../../analysis/own-mail.ts";
import type { Model } from "../../model/model.ts";
import { evaluateCondition } from "../../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../../runtime/envelope.ts";
import type { Condition, MatchRule } from "../../runtime/match-rule.ts";
import { actionOption } from "../action.ts";
import type { Problem } from "../check.ts";
import { actionOf } from "../mail-flow.ts";
import { rulePlaces, ruleSpan } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const ownDomainRelayed: Rule = defineRule({
  code: "own-domain-relayed",
  summary: "Mail of your own users for a domain that is delivered here goes out to the internet, by a rule further up.",
  category: "intent",
  severity: "warning",
  recommended: false,
  strict: true,
  scope: "configuration",
  create: ({ analysis, model, report }) => ({
    end: () => {
      const ruleset = analysis.ruleset();
      const relaying = ruleset.rules.filter((rule) => relaysToExchangers(rule, model));
      if (relaying.length === 0) return;
      const mail = analysis.ownMail();
      const delivered = analysis.ownDomains().filter(({ rule }) => actionOf(rule, model)?.method.name !== "relay");
      for (const relay of relaying) {
        const problem = problemOf(relay, delivered, mail);
        if (problem !== undefined) report(problem);
      }
    },
  }),
});

/** Whether a rule relays to whatever mail exchangers the domain has: neither a host nor a table of domains says where to. */
function relaysToExchangers(rule: MatchRule, model: Model): boolean {
  const action = actionOf(rule, model);
  if (action?.method.name !== "relay") return false;
  return (["host", "domain", "backup"] as const).every((name) => actionOption(action, name) === undefined);
}

/** Domains of rules below that are tried for one rule. */
const mostDomains = 20;

/** What to say of a rule that relays mail of users, or of this machine, for a domain that a rule below delivers. */
function problemOf(relay: MatchRule, delivered: readonly OwnDomain[], mail: OwnMail): Problem | undefined {
  const first = delivered.findIndex(({ rule }) => rule.number > relay.number);
  const below = first < 0 ? [] : delivered.slice(first, first + mostDomains);
  const asked = relay.conditions.filter(({ subject }) => subject === "domain");
  for (const { domain, rule } of below.filter((own) => mayBeFor(own, asked))) {
    const parties = (["user", "machine"] as const).filter((party) => mail.example(party, relay, domain, "any"));
    if (parties.length === 0) continue;
    const senders = parties.map((party) => senderNames[party]).join(" and ");
    return {
      span: ruleSpan(relay),
      message: `Mail ${senders} for "${domain}" is relayed by this rule: rule ${rule.number}, which delivers it, comes too late.`,
      help: `Move rule ${rule.number} above this one.`,
      related: rulePlaces([rule]),
    };
  }
  return undefined;
}

/** Whether a rule that asks for this asks for no other domain; to look at that first saves a search. */
function mayBeFor({ domain }: OwnDomain, asked: readonly Condition[]): boolean {
  if (asked.length === 0) return true;
  const envelope: Envelope = { ...plainEnvelope, source: "", rcptTo: `somebody@${domain}` };
  return asked.every((condition) => evaluateCondition(condition, envelope) !== "no-match");
}

const senderNames = { user: "of users who have logged in", machine: "of this machine" } as const;

import type { Model } from "../model/model.ts";
import type { ActionDirective } from "../parser/ast/nodes.ts";
import { evaluateCondition } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { ConditionSubject, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";

/** A domain that is nobody's (RFC 2606). */
const elsewhere = "elsewhere.invalid";

/** Mail of somebody unknown on another machine; the address is one for documentation (RFC 5737). */
const ofStranger: Envelope = { ...plainEnvelope, source: "203.0.113.77", rcptTo: `somebody@${elsewhere}` };

const aboutClient: readonly ConditionSubject[] = ["source", "socket", "rdns", "authenticated", "username"];

/** Whether somebody unknown on another machine may meet what a rule says of the client, in its `from` and `auth`. */
export function takesStrangers({ conditions }: MatchRule): boolean {
  const asked = conditions.filter(({ subject }) => aboutClient.includes(subject));
  return asked.every((condition) => evaluateCondition(condition, ofStranger) !== "no-match");
}

/** A bounce for a sender elsewhere: smtpd hands it in on its own socket, with an empty sender. */
export const bounce: Envelope = {
  ...plainEnvelope,
  source: "local",
  authenticated: true,
  rcptTo: `somebody@${elsewhere}`,
};

/** What an address that an alias leads to has from the session that the mail came in with. */
const ofSession: readonly ConditionSubject[] = ["tag", "helo", "authenticated", "username", "sender"];

/**
 * The rules that may decide about an address that an alias leads to, whatever session the mail came in with: all that
 * come into question up to the first that surely decides. Where our own host name is not known, it is taken for another.
 */
export function rulesForForward({ rules }: Ruleset, rcptTo: string): readonly MatchRule[] {
  const envelope: Envelope = { ...plainEnvelope, source: "local", internal: true, rcptTo };
  const found: MatchRule[] = [];
  for (const rule of rules) {
    const answers = rule.conditions.map((condition) =>
      ofSession.includes(condition.subject) ? "unknown" : evaluateCondition(condition, envelope),
    );
    if (answers.includes("no-match")) continue;
    found.push(rule);
    if (answers.every((answer) => answer === "match")) break;
  }
  return found;
}

/** The `action` statement that a rule leads to; undefined for `reject`. */
export function actionOf({ action }: MatchRule, model: Model): ActionDirective | undefined {
  const line = model
    .symbols()
    .get("action")
    ?.get(action ?? "")?.definitions[0]?.line;
  return line?.kind === "ActionDirective" ? line : undefined;
}

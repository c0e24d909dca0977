import type { Listener } from "../../model/listener.ts";
import type { CheckContext } from "../check.ts";
import { firstToken } from "../place.ts";
import { type LocalRelay, localRelays, returnsToItself } from "../returning-mail.ts";
import { defineRule, type Rule } from "../rule.ts";

export const relayToSelf: Rule = defineRule({
  code: "relay-to-self",
  summary: "A rule relays to a listener of this very configuration, which gives the mail to the same action again.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) => ({
    end: () => {
      for (const relay of localRelays(context)) {
        const listener = context.analysis.listeners().find((candidate) => answersAt(candidate, relay));
        if (listener !== undefined && returnsToItself(relay, listener, context)) report(relay, listener, context);
      }
    },
  }),
});

/** Whether a listener takes connections to a port of the loopback, without a login. */
function answersAt({ exposure, port, auth, directive }: Listener, relay: LocalRelay): boolean {
  if (port !== relay.port || auth === "required") return false;
  return exposure === "loopback" || /^(?:0\.0\.0\.0|::)$/.test(directive.interface?.value ?? "");
}

function report({ host, rule }: LocalRelay, listener: Listener, context: CheckContext): void {
  context.report({
    span: host.written.span,
    message: `This is a listener of the same smtpd, and mail that comes in there goes to the action "${rule.action}" again: it loops until it bounces.`,
    help: "Give the listener a tag, and put a rule that asks for the tag above this one.",
    related: [
      { span: firstToken(listener.directive), message: "The listener." },
      { span: firstToken(rule.directive), message: "The rule that takes the mail, both times." },
    ],
  });
}

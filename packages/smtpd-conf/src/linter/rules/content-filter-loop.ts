import type { Listener } from "../../model/listener.ts";
import type { CheckContext } from "../check.ts";
import { firstToken } from "../place.ts";
import { type LocalRelay, localRelays, returnsToItself } from "../returning-mail.ts";
import { defineRule, type Rule } from "../rule.ts";

export const contentFilterLoop: Rule = defineRule({
  code: "content-filter-loop",
  summary: "Mail that comes back from a content filter is given to the content filter again.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) => ({
    end: () => {
      const listeners = context.analysis.listeners();
      const back = listeners.filter(takesMailBack);
      if (back.length === 0) return;
      for (const relay of localRelays(context)) {
        if (listeners.some(({ port }) => port === relay.port)) continue;
        if (back.every((listener) => returnsToItself(relay, listener, context))) report(relay, back, context);
      }
    },
  }),
});

const mailPorts: readonly (number | undefined)[] = [25, 465, 587];

/** A listener that only programs of this machine can use: on the loopback, at a port of its own. */
function takesMailBack({ exposure, port, auth }: Listener): boolean {
  return exposure === "loopback" && auth === "none" && port !== undefined && !mailPorts.includes(port);
}

function report({ host, rule }: LocalRelay, back: readonly Listener[], context: CheckContext): void {
  context.report({
    span: host.written.span,
    message: `Mail that this filter gives back goes to the action "${rule.action}" again: it loops until it bounces.`,
    help: "Give the listener that takes mail back a tag, and put a rule that asks for the tag above this one.",
    related: [
      ...back.map(({ directive }) => ({ span: firstToken(directive), message: "Mail comes back here." })),
      { span: firstToken(rule.directive), message: "The rule that takes the mail, both times." },
    ],
  });
}

import type { LimitScope } from "../../language/limits.ts";
import { isAtLeast } from "../../language/releases.ts";
import { defineRule, type Rule } from "../rule.ts";

/** What smtpd no longer does when a limit is 0. Of the limits that are missing here, 0 is a sensible value. */
const effects: Readonly<Record<LimitScope, Readonly<Record<string, string>>>> = {
  smtp: {
    "max-rcpt": "every recipient is refused",
    "max-mails": "every message is refused",
  },
  mda: {
    "max-session": "nothing is ever delivered on this machine",
    "max-session-per-user": "nothing is ever delivered on this machine",
    "task-hiwat": "nothing is ever delivered on this machine",
  },
  mta: {
    "max-conn-per-host": "no server is ever called",
    "max-conn-per-route": "no server is ever called",
    "max-conn-per-source": "no server is ever called",
    "max-conn-per-connector": "no server is ever called",
    "max-conn-per-relay": "no server is ever called",
    "max-conn-per-domain": "no server is ever called",
    "session-mail-max": "each connection is closed before it has sent a message",
    "task-hiwat": "nothing is ever relayed",
  },
  scheduler: {
    "max-inflight": "no message ever leaves the queue",
    "max-schedule": "no message ever leaves the queue",
  },
};

export const limitStopsMail: Rule = defineRule({
  code: "limit-stops-mail",
  summary: "A limit of 0 does not mean without limit: most of them stop all mail.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: ({ target, report }) => ({
    LimitDirective: ({ scope, limits }) => {
      for (const { name, value } of limits) {
        const effect = effects[scope][name.value];
        const refused = name.value === "max-rcpt" && isAtLeast(target, "7.9");
        if (effect === undefined || Number(value.value) !== 0 || refused) continue;
        report({
          span: value,
          message: `With 0 for "${name.value}" ${effect}.`,
          help: "Write the largest number that this machine can bear, or leave the limit out for its default.",
        });
      }
    },
  }),
});

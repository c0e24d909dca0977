import { listenerOf } from "../../model/listener.ts";
import { defineRule, type Rule } from "../rule.ts";

export const publicProxyV2: Rule = defineRule({
  code: "public-proxy-v2",
  summary: "Whoever reaches a listener with proxy-v2 can claim to be this machine itself.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const option = directive.options.find(({ name }) => name === "proxy-v2");
      if (option === undefined || listenerOf(directive).exposure !== "public") return;
      report({
        span: option,
        message: `smtpd believes the client address that anybody who reaches "${directive.interface?.value}" claims to have, its own included.`,
        help: "Listen on the loopback or a private address, and let nobody but the proxy reach it.",
      });
    },
  }),
});
